import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { migrateSummary } from '../../../lib/flow/migrate-summary.ts';
import type { FlowSummary } from '../../../lib/flow/summary-types.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { createArchive } from '../../../lib/storage/archive.ts';
import { createStepMemory } from '../../../lib/storage/step-values.ts';
import { memoryVault } from '../support/memory-vault.ts';

interface Stored {
  readonly database: {
    readonly version: number;
    readonly stores: {
      readonly flows: readonly (Omit<Flow, 'nested' | 'eventSources'> & {
        readonly legs: Flow['nested'];
        readonly witnesses: Flow['eventSources'];
      })[];
      readonly summaries: readonly FlowSummary[];
      readonly sizes: readonly { readonly id: string; readonly bytes: number }[];
    };
  };
  readonly local: Record<string, unknown>;
}

/** What version 0.1.0 left in Chromium: two flows that ended and one that waits, settings, and saved values of a step. */
const OLD = JSON.parse(
  readFileSync(new URL('fixtures/version-0.1.0.json', import.meta.url), 'utf8'),
) as Stored;

/** Its rows as they are written today. */
const SUMMARIES = OLD.database.stores.summaries.map((summary) => migrateSummary(summary));

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  const { version, stores } = OLD.database;
  const database = await openDB('grantscope-flows', version, {
    upgrade(fresh) {
      for (const name of Object.keys(stores)) fresh.createObjectStore(name, { keyPath: 'id' });
    },
  });
  for (const [name, rows] of Object.entries(stores)) for (const row of rows) await database.put(name, row);
  database.close();
});

async function storedNow(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const database = await openDB('grantscope-flows');
  const names = [...database.objectStoreNames];
  const rows = await Promise.all(names.map((name) => database.getAll(name)));
  database.close();
  return Object.fromEntries(names.map((name, at) => [name, rows[at] ?? []]));
}

test('flows of version 0.1.0 are there, encrypted, and what lay in clear is deleted', async () => {
  const { flows, sizes } = OLD.database.stores;
  const { vault } = memoryVault();
  const archive = createArchive(vault.archive);
  expect(await archive.summaries()).toEqual(SUMMARIES);
  expect((await archive.sizes()).map(({ id }) => id)).toEqual(sizes.map(({ id }) => id));
  for (const { legs, witnesses, ...flow } of flows) {
    expect(await archive.flow(flow.id)).toEqual({ ...flow, nested: legs, eventSources: witnesses });
  }
  const stored = await storedNow();
  expect(stored).toMatchObject({ flows: [], summaries: [], sizes: [] });
  expect(stored.sealedFlows).toHaveLength(3);
  expect((await createArchive(vault.archive).summaries()).length).toBe(3);
});

test('a flow of which nothing is understood is kept as it was stored, and says what is wrong', async () => {
  const [summary] = OLD.database.stores.summaries;
  const database = await openDB('grantscope-flows');
  await database.put('flows', { id: summary?.id, hops: 'none', strange: true });
  database.close();
  const { vault } = memoryVault();
  const archive = createArchive(vault.archive);
  expect(await archive.summaries()).toEqual(SUMMARIES);
  expect(await storedNow()).toMatchObject({ flows: [], summaries: [] });
  expect(await archive.flow(summary?.id ?? '')).toBeUndefined();
  const unreadable = await archive.unreadable(summary?.id ?? '');
  expect(unreadable?.wrong).toBe('revision is missing');
  expect(JSON.parse(unreadable?.stored ?? '')).toEqual({ id: summary?.id, hops: 'none', strange: true });
  const [, other] = OLD.database.stores.summaries;
  expect(await archive.unreadable(other?.id ?? '')).toBeUndefined();
  expect(await archive.flow(other?.id ?? '')).toMatchObject({ id: other?.id });
});

test('a migration that was cut off goes on where it was', async () => {
  const { vault } = memoryVault();
  let calls = 0;
  const dying = createArchive(async () => {
    calls++;
    // Encrypted and written, but not yet deleted where it lay in clear.
    if (calls === 4) throw new Error('ended');
    return vault.archive();
  });
  await dying.summaries().catch(() => undefined);
  const archive = createArchive(vault.archive);
  expect(await archive.summaries()).toEqual(SUMMARIES);
  expect(await storedNow()).toMatchObject({ flows: [], summaries: [], sizes: [] });
});

test('history that is not kept is cleared with what version 0.1.0 left', async () => {
  const archive = createArchive(memoryVault().vault.archive);
  await archive.clear();
  expect(Object.values(await storedNow()).flat()).toEqual([]);
});

test('saved values of steps are read and encrypted', async () => {
  const { local, session, vault } = memoryVault();
  await local.set(OLD.local);
  const record = await createStepMemory({ local, session, vault }).read('finapi/sandbox');
  expect(record).toMatchObject({
    saved: true,
    typed: { 'client-token': { 'form client_id': 'typed-client' } },
    secrets: { 'client-token': { 'form client_secret': 'saved-secret' } },
  });
  const stored = JSON.stringify([...local.items]);
  for (const text of ['typed-client', 'saved-secret']) expect(stored).not.toContain(text);
});
