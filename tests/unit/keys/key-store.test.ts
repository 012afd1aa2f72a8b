import { beforeAll, expect, test } from 'vitest';
import { generateKey } from '../../../lib/keys/generate.ts';
import type { StoredKey } from '../../../lib/keys/types.ts';
import { createKeyStore, type OpenKeyDatabase } from '../../../lib/storage/key-store.ts';

let key: StoredKey;

beforeAll(async () => {
  key = await generateKey('My key', 'ES256', { now: () => 1_000, newId: () => 'a' });
});

/** A database in memory that counts how often it was opened. */
function memory(fail: Partial<Record<'open' | 'getAll' | 'put' | 'delete', Error>> = {}) {
  const rows = new Map<string, StoredKey>();
  const state = { opened: 0, lose: () => {} };
  const orFail = async <T>(name: keyof typeof fail, give: () => T): Promise<T> => {
    if (fail[name]) throw fail[name];
    return give();
  };
  const open = (async (onLost) => {
    state.opened++;
    state.lose = onLost;
    if (fail.open) throw fail.open;
    return {
      getAll: () => orFail('getAll', () => [...rows.values()]),
      put: (_: string, value: StoredKey) =>
        orFail('put', () => {
          rows.set(value.id, value);
          return value.id;
        }),
      delete: (_: string, id: string) => orFail('delete', () => void rows.delete(id)),
    };
  }) as OpenKeyDatabase;
  return { open, state };
}

test('keeps, renames and deletes; newest first', async () => {
  const store = createKeyStore(memory().open);
  await store.put(key);
  await store.put({ ...key, id: 'b', createdAt: 2_000 });
  await store.put({ ...key, name: 'Renamed' });
  expect((await store.list()).map(({ id, name }) => [id, name])).toEqual([
    ['b', 'My key'],
    ['a', 'Renamed'],
  ]);
  await store.delete('b');
  expect(await store.list()).toHaveLength(1);
});

test('opens the database once, and again only after it was lost', async () => {
  const { open, state } = memory();
  const store = createKeyStore(open);
  expect(state.opened).toBe(0);
  await Promise.all([store.list(), store.put(key), store.list()]);
  expect(state.opened).toBe(1);
  state.lose();
  await store.list();
  expect(state.opened).toBe(2);
});

test('says what could not be stored and what to do', async () => {
  const cause = new Error('The quota has been exceeded.');
  await expect(createKeyStore(memory({ put: cause }).open).put(key)).rejects.toMatchObject({
    code: 'not-stored',
    message: 'The key My key could not be stored: The quota has been exceeded.',
    remedy: 'Free some disk space, or leave private browsing, and generate the key again.',
  });
  await expect(createKeyStore(memory({ delete: cause }).open).delete('a')).rejects.toMatchObject({
    code: 'not-stored',
  });
  await expect(createKeyStore(memory({ getAll: cause }).open).list()).rejects.toMatchObject({
    code: 'storage-unavailable',
  });
});

test('a database that does not open is tried again with the next use', async () => {
  const { open, state } = memory({ open: new Error('blocked') });
  const store = createKeyStore(open);
  const expected = { code: 'storage-unavailable', message: 'The stored keys cannot be read: blocked.' };
  await expect(store.list()).rejects.toMatchObject(expected);
  await expect(store.put(key)).rejects.toMatchObject(expected);
  expect(state.opened).toBe(2);
});
