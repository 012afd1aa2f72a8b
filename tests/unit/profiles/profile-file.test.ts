import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankProfile, duplicateProfile, freeId } from '../../../lib/providers/new-profile.ts';
import { PROFILE_SCHEMA_ID, writeProfileFile } from '../../../lib/providers/profile-file.ts';
import { secretsOf, withoutSecrets } from '../../../lib/providers/profile-secrets.ts';
import { PROFILES } from '../../../lib/providers/registry.ts';
import type { Profile } from '../../../lib/providers/types.ts';
import { readProfileFile, validateProfile } from '../../../lib/providers/validate-profile.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { SAMPLE } from './sample-profile.ts';

/** Sound profiles with anything that a text may hold in them. */
const profiles: fc.Arbitrary<Profile> = fc
  .record({
    id: fc
      .stringMatching(/^[a-z0-9][a-z0-9_-]{0,20}$/)
      .filter((id) => PROFILES.every((one) => one.id !== id)),
    name: fc.string({ minLength: 1, maxLength: 200 }),
    summary: fc.string({ maxLength: 500, unit: 'binary' }),
    notes: fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }),
    defaults: fc.dictionary(
      fc
        .string({ minLength: 1, maxLength: 20 })
        .filter((name) => !/^(__proto__|constructor|prototype)$/.test(name)),
      fc.string(),
      { maxKeys: 5 },
    ),
  })
  .map(({ defaults, ...rest }) => {
    const [environment] = SAMPLE.environments;
    return { ...SAMPLE, ...rest, environments: [{ ...environment, defaults: { ...defaults } }] };
  });

describe('a profile file', () => {
  test('gives back what was written into it', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const text = writeProfileFile([profile], { secrets: true });
        expect(readProfileFile(text)).toEqual({ ok: true, value: [JSON.parse(JSON.stringify(profile))] });
        expect(JSON.parse(text)).toMatchObject({ $schema: PROFILE_SCHEMA_ID, version: 1 });
      }),
    );
  });

  test('leaves secrets out unless they are asked for', () => {
    expect(secretsOf(SAMPLE)).toEqual(['client_secret']);
    const text = writeProfileFile([SAMPLE]);
    expect(text).not.toContain('hush');
    const read = readProfileFile(text);
    expect(read).toEqual({ ok: true, value: [withoutSecrets(SAMPLE)] });
    expect(read.ok && read.value[0]?.environments[0].defaults).toEqual({ client_id: 'c-1' });
    expect(writeProfileFile([SAMPLE], { secrets: true })).toContain('hush too');
  });

  test('holds no secret of a built-in profile either', () => {
    for (const profile of PROFILES) expect(secretsOf(withoutSecrets(profile))).toEqual([]);
  });
});

describe('a new profile', () => {
  test.each([
    ['Acme Bank', 'acme-bank'],
    ['OpenID', 'openid-2'],
    ['Überweisung!', 'u-berweisung'],
    ['銀行', 'profile'],
    ['', 'profile'],
  ])('of the name %j has the id %s', (name, id) => {
    expect(freeId(name, CATALOGUE.byId.keys())).toBe(id);
  });

  test('is sound, blank or copied', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), (name) => {
        expect(validateProfile(blankProfile(name, []))).toMatchObject({ ok: true });
      }),
    );
    for (const profile of PROFILES) {
      const copy = duplicateProfile(profile, CATALOGUE.byId.keys());
      expect(validateProfile(copy)).toEqual({ ok: true, value: copy });
      expect(copy).toEqual({ ...profile, id: copy.id, family: profile.id, name: `Copy of ${profile.name}` });
    }
  });
});
