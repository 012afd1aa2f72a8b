import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FlowSummary } from '../flow/summary-types.ts';
import type { Flow } from '../flow/types.ts';
import { createPatience } from './patience.ts';

/** A flow as it is archived. */
export interface ArchiveEntry {
  readonly flow: Flow;
  readonly summary: FlowSummary;
}

/** What the caps look at of an archived flow. */
export interface ArchivedSize {
  readonly id: string;
  /** The flow as JSON in UTF-8. */
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly pinned: boolean;
}

/**
 * Flows on disk: settled ones that the journal has no room for, and all of them when history is kept. Never holds a flow
 * of a private window. Everything rejects when the browser lets nothing be stored, or does not answer in time.
 */
export interface Archive {
  put(entries: readonly ArchiveEntry[]): Promise<void>;
  summaries(): Promise<readonly FlowSummary[]>;
  flow(id: string): Promise<Flow | undefined>;
  sizes(): Promise<readonly ArchivedSize[]>;
  remove(ids: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

interface Schema extends DBSchema {
  flows: { key: string; value: Flow };
  summaries: { key: string; value: FlowSummary };
  sizes: { key: string; value: ArchivedSize };
}

const STORES = ['flows', 'summaries', 'sizes'] as const;

interface Store {
  put(value: unknown): unknown;
  delete(id: string): unknown;
  clear(): unknown;
}

/** The archive in IndexedDB, opened when first needed, and again after the browser closed it or could not open it. */
export function createArchive(name = 'grantscope-flows'): Archive {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = (): void => {
    opened = undefined;
  };
  const open = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDatabase(name, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };
  const inTime = createPatience();
  const read = <T>(ask: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> =>
    inTime(async () => ask(await open()));
  const change = (act: (stores: readonly [Store, Store, Store]) => void): Promise<void> =>
    inTime(async () => {
      const transaction = (await open()).transaction(STORES, 'readwrite');
      const [flows, summaries, sizes] = STORES.map((store) => transaction.objectStore(store) as Store);
      if (flows && summaries && sizes) act([flows, summaries, sizes]);
      await transaction.done;
    });
  return {
    put: (entries) =>
      change(([flows, summaries, sizes]) => {
        for (const { flow, summary } of entries) {
          flows.put(flow);
          summaries.put(summary);
          sizes.put(archivedSize(flow));
        }
      }),
    summaries: () => read((database) => database.getAll('summaries')),
    flow: (id) => read((database) => database.get('flows', id)),
    sizes: () => read((database) => database.getAll('sizes')),
    remove: (ids) =>
      change((stores) => {
        for (const store of stores) for (const id of ids) store.delete(id);
      }),
    clear: () =>
      change((stores) => {
        for (const store of stores) store.clear();
      }),
  };
}

/** What the caps look at. */
export function archivedSize(flow: Flow): ArchivedSize {
  const bytes = new TextEncoder().encode(JSON.stringify(flow)).length;
  return { id: flow.id, bytes, startedAt: flow.startedAt, pinned: flow.pinned ?? false };
}

async function openDatabase(name: string, onLost: () => void): Promise<IDBPDatabase<Schema>> {
  const database = await openDB<Schema>(name, 2, {
    upgrade(fresh) {
      for (const store of STORES) {
        if (!fresh.objectStoreNames.contains(store)) fresh.createObjectStore(store, { keyPath: 'id' });
      }
    },
    blocking() {
      database.close();
      onLost();
    },
    terminated: onLost,
  });
  return database;
}
