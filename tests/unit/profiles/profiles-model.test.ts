import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { openid } from '../../../lib/providers/openid.ts';
import * as checks from '../../../lib/providers/validate-profile.ts';
import { createCatalogueModel } from '../../../lib/state/profiles/catalogue-model.ts';
import { createProfilesModel } from '../../../lib/state/profiles/profiles-model.ts';
import { followProfiles, type RefusedProfiles } from '../../../lib/storage/follow-profiles.ts';
import type { ProfileStore } from '../../../lib/storage/profile-store.ts';
import { SAMPLE, SAMPLE_FILE } from './sample-profile.ts';

interface World {
  readonly own?: Readonly<Record<string, unknown>>;
  readonly organisation?: unknown;
  readonly full?: boolean;
}

/** A model over a store in memory. */
async function makeModel({ own = {}, organisation, full = false }: World = {}) {
  const stored: Record<string, unknown> = { ...own };
  const store: ProfileStore = {
    read: async () => ({ own: { ...stored }, ...(organisation === undefined ? {} : { organisation }) }),
    put: async (profiles) => {
      if (full) throw new Error('The storage is full.');
      for (const profile of profiles) stored[profile.id] = profile;
    },
    remove: async (id) => {
      delete stored[id];
    },
    watch: () => () => undefined,
  };
  const profiles = createCatalogueModel();
  const refused = signal<readonly RefusedProfiles[]>([]);
  const loadChecks = async () => checks;
  const followed = followProfiles(store, loadChecks, (read) => {
    profiles.setAdded(read);
    refused.value = read.refused;
  });
  await followed.ready;
  const later: (() => void)[] = [];
  const after = (_: number, run: () => void) => {
    later.push(run);
    return () => undefined;
  };
  const known = (): readonly string[] => profiles.catalogue.value.profiles.map(({ id }) => id);
  const model = createProfilesModel({ store, loadChecks, followed, refused, after, ...profiles });
  return { stored, later, known, model, catalogue: profiles.catalogue };
}

test('a sound profile is stored and known at once', async () => {
  const { model, stored, known } = await makeModel();
  expect(await model.save(SAMPLE)).toEqual([]);
  expect(stored).toEqual({ acme: SAMPLE });
  expect(known()).toContain('acme');
});

test('an unsound one, and one whose id is taken, changes nothing', async () => {
  const { model, stored } = await makeModel({ own: { acme: SAMPLE } });
  expect(await model.save({ ...SAMPLE, name: 5 })).toMatchObject([{ code: 'wrong-type', pointer: '/name' }]);
  expect(await model.save({ ...SAMPLE, name: 'Other' })).toMatchObject([
    { code: 'id-taken', pointer: '/id' },
  ]);
  expect(stored).toEqual({ acme: SAMPLE });
});

test('an edited profile takes the place of the old one, under a new id too', async () => {
  const { model, stored } = await makeModel({ own: { acme: SAMPLE } });
  const renamed = { ...SAMPLE, id: 'acme-2', name: 'Acme 2' };
  expect(await model.save(renamed, 'acme')).toEqual([]);
  expect(stored).toEqual({ 'acme-2': renamed });
});

test('a copy of a built-in profile is the user’s own', async () => {
  const { model, stored } = await makeModel();
  const copy = await model.duplicate(openid);
  expect(copy).toEqual({ ...openid, id: 'copy-of-openid', family: 'openid', name: 'Copy of OpenID' });
  expect(stored).toEqual({ 'copy-of-openid': copy });
});

test('a deleted profile can be brought back until it is forgotten', async () => {
  const { model, stored, later, known } = await makeModel({ own: { acme: SAMPLE } });
  await model.remove(SAMPLE);
  expect([stored, known().includes('acme')]).toEqual([{}, false]);
  await model.undoRemove();
  expect([stored, known().includes('acme')]).toEqual([{ acme: SAMPLE }, true]);
  await model.remove(SAMPLE);
  for (const run of later) run();
  expect(model.deleted.value).toBeUndefined();
  await model.undoRemove();
  expect(stored).toEqual({});
});

test('a file is imported whole or not at all', async () => {
  const { model, stored } = await makeModel();
  const text = JSON.stringify({ version: 1, profiles: [SAMPLE, { ...SAMPLE, id: 'no good' }] });
  await model.importFile(text, false);
  expect(model.imported.value).toMatchObject({ kind: 'refused', problems: [{ pointer: '/profiles/1/id' }] });
  expect(stored).toEqual({});
  await model.importFile(JSON.stringify(SAMPLE_FILE), false);
  expect(model.imported.value).toEqual({ kind: 'imported', names: ['Acme Bank'] });
  await model.importFile(JSON.stringify(SAMPLE_FILE), false);
  expect(model.imported.value).toMatchObject({ kind: 'refused', problems: [{ code: 'id-taken' }] });
  await model.importFile(JSON.stringify(SAMPLE_FILE), true);
  expect(model.imported.value).toEqual({ kind: 'imported', names: ['Acme Bank'] });
});

test('a full storage is told, and nothing is said to be saved', async () => {
  const { model } = await makeModel({ full: true });
  await model.importFile(JSON.stringify(SAMPLE_FILE), false);
  expect(model.imported.value).toBeUndefined();
  expect(model.failure.value).toEqual({
    code: 'unexpected',
    message: 'The storage is full.',
    remedy: 'Free some disk space, then try again.',
  });
});

test.each([
  ['the text of a file', JSON.stringify(SAMPLE_FILE)],
  ['a file', SAMPLE_FILE],
])(
  'profiles of the organisation come as %s, and stand before one’s own of the same id',
  async (_, organisation) => {
    const { model, catalogue } = await makeModel({
      organisation,
      own: { acme: { ...SAMPLE, name: 'Mine' } },
    });
    expect(catalogue.value.profiles.filter(({ id }) => id === 'acme')).toEqual([SAMPLE]);
    expect(model.refused.value).toMatchObject([{ id: 'acme', problems: [{ code: 'id-taken' }] }]);
    expect(await model.save({ ...SAMPLE, name: 'Mine' })).toMatchObject([{ code: 'id-taken' }]);
  },
);

test('what is stored and cannot be used is left out and told; the rest is known', async () => {
  const { model, known } = await makeModel({
    own: { acme: SAMPLE, broken: { id: 'broken' }, junk: 7 },
    organisation: '{"version":1}',
  });
  expect(known()).toContain('acme');
  expect(model.refused.value.map(({ id, problems }) => [id, problems[0]?.pointer])).toEqual([
    [undefined, '/profiles'],
    ['broken', '/name'],
    ['junk', ''],
  ]);
  await model.removeRefused('junk');
  expect(model.refused.value.map(({ id }) => id)).toEqual([undefined, 'broken']);
});
