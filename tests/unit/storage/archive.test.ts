import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { storedFlow } from '../../../lib/flow/schema/stored-flow.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { createArchive } from '../../../lib/storage/archive.ts';
import { importEncryptionKey, newKeyBytes } from '../../../lib/storage/encrypted.ts';
import { LockedError } from '../../../lib/storage/locked-error.ts';
import { onlyFlow, Story } from '../support/observations.ts';
import { summaryOf } from '../support/summary.ts';

const FLOW = onlyFlow(
  new Story(1).request(
    'https://as.example/authorize?response_type=code&client_id=secret-client&state=secret-state',
  ),
);
const flowOf = (id: string): Flow => ({ ...FLOW, id });
const entriesOf = (...ids: readonly string[]) =>
  ids.map((id) => ({ flow: flowOf(id), summary: summaryOf({ id, state: 'secret-state' }) }));

const bytes = newKeyBytes();
const withKey = (raw = bytes) => createArchive(() => importEncryptionKey(raw));

/** Everything in the database, bytes as text. */
async function everything(): Promise<string> {
  const database = await openDB('grantscope-flows');
  const all = await Promise.all([...database.objectStoreNames].map((store) => database.getAll(store)));
  database.close();
  return JSON.stringify(all, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('gives back what was put, also in a later life of the background', async () => {
  await withKey().put(entriesOf('a', 'b'));
  const archive = withKey();
  expect((await archive.summaries()).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(await archive.flow('a')).toEqual(flowOf('a'));
  await archive.remove(['a']);
  expect(await archive.flow('a')).toBeUndefined();
  expect((await withKey().sizes()).map(({ id }) => id)).toEqual(['b']);
  const size = new TextEncoder().encode(JSON.stringify(storedFlow(flowOf('b')))).length;
  expect(await withKey().sizes()).toEqual([
    { id: 'b', bytes: size, startedAt: FLOW.startedAt, pinned: false, requestSeen: true },
  ]);
});

test('nothing of a flow lies in the database in clear but its id', async () => {
  await withKey().put(entriesOf('a', 'b'));
  const stored = await everything();
  expect(stored).toContain('"id":"a"');
  for (const text of ['secret', 'as.example', 'authorize', 'status', 'outcome'])
    expect(stored).not.toContain(text);
});

test('with another key there is nothing, and what cannot be opened is deleted', async () => {
  await withKey().put(entriesOf('a', 'b'));
  const other = withKey(newKeyBytes());
  expect(await other.summaries()).toEqual([]);
  expect(await other.flow('a')).toBeUndefined();
  expect(await everything()).toBe('[[],[],[],[],[]]');
});

test('locked, it says so, can be cleared, and goes on once it is open', async () => {
  let locked = false;
  const archive = createArchive(async () => {
    if (locked) throw new LockedError();
    return importEncryptionKey(bytes);
  });
  await archive.put(entriesOf('a'));
  locked = true;
  archive.forget();
  await expect(archive.summaries()).rejects.toThrow(LockedError);
  await expect(archive.flow('a')).rejects.toThrow(LockedError);
  await expect(archive.put(entriesOf('b'))).rejects.toThrow(LockedError);
  locked = false;
  expect((await archive.summaries()).map(({ id }) => id)).toEqual(['a']);
  locked = true;
  await archive.clear();
  locked = false;
  expect(await archive.summaries()).toEqual([]);
});

test('puts at once do not overwrite one another', async () => {
  const archive = withKey();
  await Promise.all(Array.from({ length: 50 }, (_, at) => archive.put(entriesOf(`f${at}`))));
  expect(await withKey().summaries()).toHaveLength(50);
});

test('reads the index again after a write that failed', async () => {
  let broken = false;
  const archive = createArchive(async () => {
    if (broken) throw new Error('no');
    return importEncryptionKey(bytes);
  });
  await archive.put(entriesOf('a'));
  broken = true;
  await expect(archive.put(entriesOf('b'))).rejects.toThrow('no');
  broken = false;
  expect((await archive.summaries()).map(({ id }) => id)).toEqual(['a']);
});
