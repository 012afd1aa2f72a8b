import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FlowSummary } from '../flow/summary-types.ts';
import type { Flow } from '../flow/types.ts';

/** Settled flows that the journal has no room for. Never holds a flow of a private window. */
export interface Archive {
  put(flows: readonly { readonly flow: Flow; readonly summary: FlowSummary }[]): Promise<void>;
  summaries(): Promise<readonly FlowSummary[]>;
  flow(id: string): Promise<Flow | undefined>;
  remove(ids: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

interface Schema extends DBSchema {
  flows: { key: string; value: Flow };
  summaries: { key: string; value: FlowSummary };
}

/** The archive in IndexedDB, opened once and only when first needed. */
export function createArchive(name = 'grantscope-flows'): Archive {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const open = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('flows', { keyPath: 'id' });
        database.createObjectStore('summaries', { keyPath: 'id' });
      },
    });
    return opened;
  };
  const change = async (
    act: (
      flows: { put(f: Flow): unknown; delete(id: string): unknown; clear(): unknown },
      summaries: {
        put(s: FlowSummary): unknown;
        delete(id: string): unknown;
        clear(): unknown;
      },
    ) => void,
  ): Promise<void> => {
    const transaction = (await open()).transaction(['flows', 'summaries'], 'readwrite');
    act(transaction.objectStore('flows'), transaction.objectStore('summaries'));
    await transaction.done;
  };
  return {
    put: (entries) =>
      change((flows, summaries) => {
        for (const { flow, summary } of entries) {
          flows.put(flow);
          summaries.put(summary);
        }
      }),
    summaries: async () => (await open()).getAll('summaries'),
    flow: async (id) => (await open()).get('flows', id),
    remove: (ids) =>
      change((flows, summaries) => {
        for (const id of ids) {
          flows.delete(id);
          summaries.delete(id);
        }
      }),
    clear: () =>
      change((flows, summaries) => {
        flows.clear();
        summaries.clear();
      }),
  };
}
