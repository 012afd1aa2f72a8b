import { expect, test } from 'vitest';
import { KeyError } from '../../../../lib/keys/key-error.ts';
import type { KeyRecord, KeyStore } from '../../../../lib/keys/types.ts';
import { createKeysModel, KEY_UNDO_MILLISECONDS } from '../../../../lib/state/keys/keys-model.ts';

function world(options: { failing?: boolean } = {}) {
  const rows = new Map<string, KeyRecord>();
  const timers: { milliseconds: number; run: () => void }[] = [];
  let id = 0;
  const model = createKeysModel({
    keys: {
      list: (async () => [...rows.values()]) as KeyStore['list'],
      async put(key) {
        if (options.failing)
          throw new KeyError('not-stored', 'The key could not be stored.', 'Free some space.');
        rows.set(key.id, key);
      },
      delete: async (key) => void rows.delete(key),
    },
    now: () => 1_000,
    newId: () => `id-${++id}`,
    after(milliseconds, run) {
      const timer = { milliseconds, run };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  return { model, rows, timers };
}

test('generates, names and renames', async () => {
  const { model } = world();
  const key = await model.generate('  ', 'ES256');
  expect(key?.name).toBe('ES256 key');
  await model.rename('id-1', ' Stage ');
  await model.rename('id-1', '  ');
  expect(model.keys.value?.map(({ name }) => name)).toEqual(['Stage']);
});

test('a deleted key can be brought back for ten seconds', async () => {
  const { model, rows, timers } = world();
  await model.generate('A', 'ES256');
  await model.delete('id-1');
  expect(rows.size).toBe(0);
  expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([KEY_UNDO_MILLISECONDS]);
  await model.undoDelete();
  expect(model.keys.value?.map(({ name }) => name)).toEqual(['A']);
  expect(timers).toEqual([]);
  await model.delete('id-1');
  timers[0]?.run();
  expect(model.deleted.value).toBeUndefined();
  await model.undoDelete();
  expect(rows.size).toBe(0);
});

test('what failed is shown, and goes with the next success', async () => {
  const options = { failing: true };
  const { model } = world(options);
  expect(await model.generate('A', 'ES256')).toBeUndefined();
  expect(model.failure.value).toEqual({
    code: 'not-stored',
    message: 'The key could not be stored.',
    remedy: 'Free some space.',
  });
  expect(model.generating.value).toBe(false);
  options.failing = false;
  await model.generate('A', 'ES256');
  expect(model.failure.value).toBeUndefined();
});

test('makes secrets and long keys, and tells those with a private part from the others', async () => {
  const { model } = world();
  const secret = await model.generate('', 'HS256');
  expect(secret).toMatchObject({ name: 'HS256 secret', algorithm: 'HS256' });
  expect(secret?.secretKey?.extractable).toBe(false);
  const long = await model.generate('', 'RS256', { bits: 3072, extractable: true });
  expect(long?.privateKey?.algorithm).toMatchObject({ modulusLength: 3072 });
  expect(long?.privateKey?.extractable).toBe(true);
  expect(model.all.value).toHaveLength(2);
  expect(model.keys.value?.map(({ id }) => id)).toEqual([long?.id]);
});

test('keeps imported keys, and says when it cannot', async () => {
  const { model } = world();
  const key = await model.generate('A', 'ES256');
  if (!key?.publicJwk) throw new Error('No key.');
  const { privateKey, ...open } = key;
  expect(await model.add([{ ...open, id: 'public' } as KeyRecord])).toBe(true);
  expect(model.all.value).toHaveLength(2);
  expect(model.keys.value).toHaveLength(1);
  const failing = world({ failing: true }).model;
  expect(await failing.add([key])).toBe(false);
  expect(failing.failure.value?.code).toBe('not-stored');
});
