import { beforeAll, expect, test } from 'vitest';
import { generateKey } from '../../../lib/keys/generate.ts';
import type { StoredKey } from '../../../lib/keys/types.ts';
import { createKeyNotes } from '../../../lib/storage/key-notes.ts';
import { createKeyStore, type OpenKeyDatabase } from '../../../lib/storage/key-store.ts';
import { createPatience } from '../../../lib/storage/patience.ts';
import { memoryArea } from '../support/memory.ts';

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
  const store = createKeyStore(undefined, memory().open);
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
  const store = createKeyStore(undefined, open);
  expect(state.opened).toBe(0);
  await Promise.all([store.list(), store.put(key), store.list()]);
  expect(state.opened).toBe(1);
  state.lose();
  await store.list();
  expect(state.opened).toBe(2);
});

test('says what could not be stored and what to do', async () => {
  const cause = new Error('The quota has been exceeded.');
  await expect(createKeyStore(undefined, memory({ put: cause }).open).put(key)).rejects.toMatchObject({
    code: 'not-stored',
    message: 'The key My key could not be stored: The quota has been exceeded.',
    remedy: 'Free some disk space, or leave private browsing, and generate the key again.',
  });
  await expect(createKeyStore(undefined, memory({ delete: cause }).open).delete('a')).rejects.toMatchObject({
    code: 'not-stored',
  });
  await expect(createKeyStore(undefined, memory({ getAll: cause }).open).list()).rejects.toMatchObject({
    code: 'storage-unavailable',
  });
});

test('a database that does not open is tried again with the next use', async () => {
  const { open, state } = memory({ open: new Error('blocked') });
  const store = createKeyStore(undefined, open);
  const expected = { code: 'storage-unavailable', message: 'The stored keys cannot be read: blocked.' };
  await expect(store.list()).rejects.toMatchObject(expected);
  await expect(store.put(key)).rejects.toMatchObject(expected);
  expect(state.opened).toBe(2);
});

test('a database that never answers is told of', async () => {
  const store = createKeyStore(undefined, () => new Promise(() => undefined), createPatience(1));
  await expect(store.list()).rejects.toMatchObject({
    code: 'storage-unavailable',
    message: 'The stored keys cannot be read: it does not answer; another page or window may hold it.',
  });
});

test('names the keys that are gone without having been deleted, until that was taken note of', async () => {
  const area = memoryArea();
  const before = createKeyStore(createKeyNotes(area), memory().open);
  for (const id of ['a', 'b', 'c']) await before.put({ ...key, id, name: `Key ${id}` });
  await before.delete('b');
  expect(await before.missing?.()).toEqual([]);
  const emptied = createKeyStore(createKeyNotes(area), memory().open);
  expect(await emptied.missing?.()).toEqual([
    { id: 'a', name: 'Key a', algorithm: 'ES256' },
    { id: 'c', name: 'Key c', algorithm: 'ES256' },
  ]);
  await emptied.forgetMissing?.();
  expect(await emptied.missing?.()).toEqual([]);
  expect(JSON.stringify([...area.items])).not.toContain('kty');
});

test('takes note of keys that were stored before notes were kept', async () => {
  const area = memoryArea();
  const { open } = memory();
  await createKeyStore(undefined, open).put(key);
  expect(await createKeyStore(createKeyNotes(area), open).missing?.()).toEqual([]);
  expect(await createKeyNotes(area).read()).toEqual([{ id: 'a', name: 'My key', algorithm: 'ES256' }]);
});
