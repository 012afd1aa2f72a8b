import { CompactSign, compactVerify, importJWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  GENERATED_ALGORITHMS,
  GENERATED_SECRETS,
  generateKey,
  generateSecret,
} from '../../../lib/keys/generate.ts';
import type { KeyRecord, StoredKey } from '../../../lib/keys/types.ts';
import { describeRecord } from '../../../lib/state/keys/keys-describe.ts';
import { importEncryptionKey, newKeyBytes } from '../../../lib/storage/encrypted.ts';
import type { KeyDatabaseRecord } from '../../../lib/storage/encrypted-key.ts';
import { createKeyNotes } from '../../../lib/storage/key-notes.ts';
import { createKeyStore, type OpenKeyDatabase } from '../../../lib/storage/key-store.ts';
import { createStorageTimeout } from '../../../lib/storage/storage-timeout.ts';
import { memoryArea } from '../support/memory.ts';

let key: StoredKey;

beforeAll(async () => {
  key = await generateKey('My key', 'ES256', { now: () => 1_000, newId: () => 'a' });
});

const root = importEncryptionKey(newKeyBytes());
const storeOver = (parts: Omit<Parameters<typeof createKeyStore>[0], 'root'>) =>
  createKeyStore({ root: () => root, ...parts });

/** A database in memory that counts how often it was opened. */
function memory(fail: Partial<Record<'open' | 'getAll' | 'put' | 'delete', Error>> = {}) {
  const rows = new Map<string, KeyDatabaseRecord>();
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
      put: (_: string, value: KeyDatabaseRecord) =>
        orFail('put', () => {
          rows.set(value.id, value);
          return value.id;
        }),
      delete: (_: string, id: string) => orFail('delete', () => void rows.delete(id)),
      clear: async () => rows.clear(),
    };
  }) as OpenKeyDatabase;
  return { open, state, rows };
}

test('keeps, renames and deletes; newest first', async () => {
  const store = storeOver({ open: memory().open });
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
  const store = storeOver({ open });
  expect(state.opened).toBe(0);
  await Promise.all([store.list(), store.put(key), store.list()]);
  expect(state.opened).toBe(1);
  state.lose();
  await store.list();
  expect(state.opened).toBe(2);
});

test('says what could not be stored and what to do', async () => {
  const cause = new Error('The quota has been exceeded.');
  await expect(storeOver({ open: memory({ put: cause }).open }).put(key)).rejects.toMatchObject({
    code: 'not-stored',
    message: 'The key My key could not be stored: The quota has been exceeded.',
    remedy: 'Free some disk space, or leave private browsing, and generate the key again.',
  });
  await expect(storeOver({ open: memory({ delete: cause }).open }).delete('a')).rejects.toMatchObject({
    code: 'not-stored',
  });
  await expect(storeOver({ open: memory({ getAll: cause }).open }).list()).rejects.toMatchObject({
    code: 'storage-unavailable',
  });
});

test('a database that does not open is tried again with the next use', async () => {
  const { open, state } = memory({ open: new Error('blocked') });
  const store = storeOver({ open });
  const expected = { code: 'storage-unavailable', message: 'The stored keys cannot be read: blocked.' };
  await expect(store.list()).rejects.toMatchObject(expected);
  await expect(store.put(key)).rejects.toMatchObject(expected);
  expect(state.opened).toBe(2);
});

test('a database that never answers is told of', async () => {
  const store = storeOver({ open: () => new Promise(() => undefined), inTime: createStorageTimeout(1) });
  await expect(store.list()).rejects.toMatchObject({
    code: 'storage-unavailable',
    message: 'The stored keys cannot be read: it does not answer; another page or window may hold it.',
  });
});

test('names the keys that are gone without having been deleted, until that was taken note of', async () => {
  const area = memoryArea();
  const before = storeOver({ notes: createKeyNotes(area), open: memory().open });
  for (const id of ['a', 'b', 'c']) await before.put({ ...key, id, name: `Key ${id}` });
  await before.delete('b');
  expect(await before.missing?.()).toEqual([]);
  const emptied = storeOver({ notes: createKeyNotes(area), open: memory().open });
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
  await storeOver({ open }).put(key);
  expect(await storeOver({ notes: createKeyNotes(area), open }).missing?.()).toEqual([]);
  expect(await createKeyNotes(area).read()).toEqual([{ id: 'a', name: 'My key', algorithm: 'ES256' }]);
});

describe('the secret bytes of a key', () => {
  const bytesOf = async (record: KeyRecord): Promise<string> => {
    const { bytes } = record.material as NonNullable<KeyRecord['material']>;
    return Buffer.from(bytes).toString('latin1');
  };
  const asText = (rows: Iterable<unknown>): string =>
    JSON.stringify([...rows], (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );

  for (const algorithm of [...Object.keys(GENERATED_ALGORITHMS), ...Object.keys(GENERATED_SECRETS)]) {
    test(`are sealed where they are stored, and the key signs as before (${algorithm})`, async () => {
      const isSecret = Object.hasOwn(GENERATED_SECRETS, algorithm);
      const made: KeyRecord = await (isSecret ? generateSecret : generateKey)('My key', algorithm);
      const { open, rows } = memory();
      const store = storeOver({ open });
      await store.put(made);
      expect([...rows.values()].flatMap(Object.values).filter((value) => value instanceof CryptoKey)).toEqual(
        [],
      );
      expect(asText(rows.values())).not.toContain(JSON.stringify(await bytesOf(made)).slice(1, -1));
      const [kept] = await store.list('all');
      const handle = (kept?.privateKey ?? kept?.secretKey) as CryptoKey;
      expect(handle.extractable).toBe(false);
      expect(kept).not.toHaveProperty('material');
      const token = await new CompactSign(new Uint8Array([1]))
        .setProtectedHeader({ alg: algorithm })
        .sign(handle);
      const checks = made.publicJwk ? await importJWK(made.publicJwk, algorithm) : made.secretKey;
      await compactVerify(token, checks as CryptoKey);
    });
  }

  test('can be exported only where that was chosen, also after a new name and an undone deletion', async () => {
    const { open } = memory();
    for (const extractable of [true, false]) {
      const store = storeOver({ open });
      await store.put(await generateKey('x', 'ES256', { now: () => 1, newId: () => 'x', extractable }));
      const [first] = await store.list();
      await store.delete('x');
      await store.put({ ...(first as StoredKey), name: 'renamed' });
      const [again] = await storeOver({ open }).list();
      expect([again?.name, again?.privateKey.extractable]).toEqual(['renamed', extractable]);
    }
  });

  test('of a key that version 0.1.0 stored as a CryptoKey are as they were: the key goes on signing', async () => {
    const { material: _, ...old } = await generateKey('old', 'ES256');
    const { open, rows } = memory();
    rows.set(old.id, old);
    const [kept] = await storeOver({ open }).list();
    expect(kept).toEqual(old);
    await storeOver({ open }).put({ ...old, name: 'renamed' });
    expect(rows.get(old.id)).toMatchObject({ name: 'renamed', privateKey: old.privateKey });
  });

  test('do not open with another root key: the key is named as gone', async () => {
    const area = memoryArea();
    const { open } = memory();
    await storeOver({ open, notes: createKeyNotes(area) }).put(key);
    const other = importEncryptionKey(newKeyBytes());
    const later = storeOver({ open, notes: createKeyNotes(area) });
    expect(await later.list()).toHaveLength(1);
    const store = createKeyStore({ root: () => other, open, notes: createKeyNotes(area) });
    expect(await store.list()).toEqual([]);
    expect(await store.missing?.()).toMatchObject([{ id: 'a', name: 'My key' }]);
  });
});

describe('a key that version 0.1.0 stored as a CryptoKey', () => {
  const ofOldVersion = async (extractable: boolean): Promise<KeyRecord> => {
    const { material: _, ...old } = await generateKey('Old', 'ES256', {
      now: () => 1_000,
      newId: () => 'old',
      extractable,
    });
    return old;
  };

  test('is encrypted when it is first read, if its bytes may leave it', async () => {
    const { open, rows } = memory();
    const old = await ofOldVersion(true);
    rows.set(old.id, old);
    const [read] = await storeOver({ open }).list();
    expect(read?.privateKey.extractable).toBe(true);
    const stored = rows.get('old');
    expect(stored).not.toHaveProperty('privateKey');
    expect(stored).toHaveProperty('sealed.data');
    const [again] = await storeOver({ open }).list();
    expect(again && describeRecord(again)).toMatchObject({
      type: 'private',
      extractable: true,
      unencrypted: false,
    });
  });

  test('stays as it is and says so, if the browser holds its bytes back', async () => {
    const { open, rows } = memory();
    const old = await ofOldVersion(false);
    rows.set(old.id, old);
    const [read] = await storeOver({ open }).list();
    expect(rows.get('old')).toBe(old);
    expect(read && describeRecord(read)).toMatchObject({ type: 'private', unencrypted: true });
  });

  test('is not taken for one that was generated or imported since', async () => {
    const { open } = memory();
    const store = storeOver({ open });
    expect(describeRecord(key).unencrypted).toBe(false);
    await store.put(key);
    const [read] = await store.list();
    expect(read && describeRecord(read).unencrypted).toBe(false);
  });

  test('is read although it could not be written anew', async () => {
    const { open, rows } = memory({ put: new Error('The disk is full.') });
    const old = await ofOldVersion(true);
    rows.set(old.id, old);
    expect(await storeOver({ open }).list()).toHaveLength(1);
  });
});
