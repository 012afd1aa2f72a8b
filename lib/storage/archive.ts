import { isRequestSeen } from '../flow/leaving-order.ts';
import { migrateSummary } from '../flow/migrate-summary.ts';
import { recordedFlow } from '../flow/recorded-flow.ts';
import { readFlow } from '../flow/schema/read-flow.ts';
import { storedFlow } from '../flow/schema/stored-flow.ts';
import type { FlowSummary } from '../flow/summary-types.ts';
import type { Flow } from '../flow/types.ts';
import { type Aliases, COMMON_ALIASES } from '../oauth/aliases.ts';
import { decryptFlow, decryptPage, encryptFlow, encryptPage, type StoredFlow } from './archive-cipher.ts';
import {
  type ArchiveDatabase,
  CLEAR_STORES,
  ENCRYPTED_STORES,
  type EncryptedRecord,
  openArchiveDatabase,
} from './archive-database.ts';
import { type ArchiveIndex, createArchiveIndex, type IndexPage, type IndexRow } from './archive-index.ts';
import { exclusiveHere } from './exclusive.ts';
import { createStorageTimeout } from './storage-timeout.ts';

/** A flow as it is archived. */
export interface ArchiveEntry {
  readonly flow: Flow;
  readonly summary: FlowSummary;
}

/** A flow that is stored in a shape that this version does not know. */
export interface UnreadableFlow {
  /** A sentence without a full stop. */
  readonly wrong: string;
  /** As JSON. */
  readonly stored: string;
}

/** What the caps look at of an archived flow. */
export interface ArchivedSize {
  readonly id: string;
  /** The flow as JSON in UTF-8. */
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly pinned: boolean;
  /** False for a flow that is known by a callback alone. */
  readonly requestSeen: boolean;
  /** Origin of the page that caused it, where the browser said so. */
  readonly initiator?: string;
}

/**
 * Flows on disk: settled ones that the journal has no room for, and all of them when history is kept. Never holds a flow
 * of a private window. Everything rejects when the browser lets nothing be stored, or does not answer in time, and all
 * but `clear` rejects with a LockedError while the key is locked.
 */
export interface Archive {
  /** Gives the sizes of what was put. */
  put(entries: readonly ArchiveEntry[]): Promise<readonly ArchivedSize[]>;
  summaries(): Promise<readonly FlowSummary[]>;
  /** Undefined also for one that cannot be read: see {@link unreadable}. */
  flow(id: string): Promise<Flow | undefined>;
  /** Why a flow that is stored cannot be read, and what is stored of it; undefined for any other. */
  unreadable(id: string): Promise<UnreadableFlow | undefined>;
  sizes(): Promise<readonly ArchivedSize[]>;
  remove(ids: readonly string[]): Promise<void>;
  clear(): Promise<void>;
  /** Forgets in memory what was read. */
  forget(): void;
}

/** Flows that versions before 3 wrote are encrypted so many at a time. */
const MIGRATED_AT_ONCE = 100;

/**
 * The archive in IndexedDB, encrypted, opened when first needed, and again after the browser closed it or could not open it.
 * @param key gives the key of what is stored; it is asked with every use
 * @param aliases spellings by which flows of an earlier version are read
 */
export function createArchive(
  key: () => Promise<CryptoKey>,
  aliases: () => Aliases = () => COMMON_ALIASES,
  name = 'grantscope-flows',
): Archive {
  let opened: Promise<ArchiveDatabase> | undefined;
  let index: ArchiveIndex | undefined;
  const inTime = createStorageTimeout();
  const inTurn = exclusiveHere();

  const forgetConnection = (): void => {
    opened = undefined;
    index = undefined;
  };
  const open = (): Promise<ArchiveDatabase> => {
    opened ??= openArchiveDatabase(name, forgetConnection).catch((error: unknown) => {
      forgetConnection();
      throw error;
    });
    return opened;
  };
  const ask = <T>(act: (database: ArchiveDatabase) => Promise<T>): Promise<T> =>
    inTime(() => inTurn(async () => act(await open())));

  /** Writes what changed in one transaction. The index is read again after one that failed. */
  const write = async (
    database: ArchiveDatabase,
    { flows = [], pages, gone = [] }: Changes,
  ): Promise<void> => {
    try {
      const sealing = await key();
      const filled = await Promise.all(
        pages.filter(({ rows }) => rows.length > 0).map((page) => encryptPage(sealing, page)),
      );
      const transaction = database.transaction(ENCRYPTED_STORES, 'readwrite');
      const [flowStore, pageStore] = ENCRYPTED_STORES.map((store) => transaction.objectStore(store));
      for (const record of flows) void flowStore?.put(record);
      for (const id of gone) void flowStore?.delete(id);
      for (const record of filled) void pageStore?.put(record);
      for (const { id, rows } of pages) if (rows.length === 0) void pageStore?.delete(id);
      await transaction.done;
    } catch (error) {
      index = undefined;
      throw error;
    }
  };

  const putInto = async (
    database: ArchiveDatabase,
    known: ArchiveIndex,
    items: readonly Item[],
  ): Promise<readonly ArchivedSize[]> => {
    const encrypting = await key();
    const sealed = await Promise.all(
      items.map(({ row, stored }) => encryptFlow(encrypting, row.summary.id, stored)),
    );
    const rows = items.map(({ row }, at) => ({ ...row, bytes: sealed[at]?.bytes ?? 0 }));
    await write(database, { flows: sealed.map(({ record }) => record), pages: known.put(rows) });
    return rows.map(sizeOfRow);
  };

  const read = async (database: ArchiveDatabase): Promise<ArchiveIndex> => {
    if (index) return index;
    const sealing = await key();
    const [records, flowIds] = await Promise.all([
      database.getAll('indexPages'),
      database.getAllKeys('sealedFlows'),
    ]);
    const pages = await Promise.all(records.map((record) => decryptPage(sealing, record)));
    const known = createArchiveIndex(pages.flatMap((page) => page ?? []));
    await takeOver(database, known);
    const lost = records.filter((_, at) => !pages[at]).map(({ id }) => ({ id, rows: [] }));
    const orphans = flowIds.filter((id) => !known.has(id));
    if (lost.length + orphans.length > 0) await write(database, { pages: lost, gone: orphans });
    index = known;
    return known;
  };

  /** Encrypts what an earlier version wrote in clear, without what is not recorded any more, and deletes that. */
  const takeOver = async (database: ArchiveDatabase, known: ArchiveIndex): Promise<void> => {
    const summaries = await database.getAll('summaries');
    for (let from = 0; from < summaries.length; from += MIGRATED_AT_ONCE) {
      const batch = summaries.slice(from, from + MIGRATED_AT_ONCE);
      const flows = await Promise.all(batch.map(({ id }) => database.get('flows', id)));
      const entries = batch.flatMap((summary, at) => {
        const stored = flows[at];
        return stored === undefined ? [] : [itemOfEarlier(stored, migrateSummary(summary), aliases())];
      });
      await putInto(database, known, entries);
      await forEachStore(database, CLEAR_STORES, (store) => {
        for (const { id } of batch) void store.delete(id);
      });
    }
  };

  const stored = (id: string): Promise<StoredFlow | undefined> =>
    ask(async (database) => {
      const record = await database.get('sealedFlows', id);
      return record && decryptFlow(await key(), record);
    });

  return {
    put: (entries) => ask(async (database) => putInto(database, await read(database), entries.map(itemOf))),
    summaries: () =>
      ask(async (database) => {
        const rows = (await read(database)).rows();
        return rows.map(({ summary }) => summary).sort((a, b) => (a.id < b.id ? -1 : 1));
      }),
    async flow(id) {
      const read = await stored(id);
      return read && 'flow' in read ? read.flow : undefined;
    },
    async unreadable(id) {
      const read = await stored(id);
      if (!read || 'flow' in read) return undefined;
      return { wrong: read.wrong, stored: JSON.stringify(read.stored, null, 1) };
    },
    sizes: () => ask(async (database) => (await read(database)).rows().map(sizeOfRow)),
    remove: (ids) =>
      ask(async (database) => {
        const known = await read(database);
        await write(database, { pages: known.remove(ids), gone: ids });
      }),
    clear: () =>
      ask(async (database) => {
        index = undefined;
        await forEachStore(database, [...ENCRYPTED_STORES, ...CLEAR_STORES], (store) => void store.clear());
      }),
    forget() {
      index = undefined;
    },
  };
}

/** What one transaction writes. */
interface Changes {
  readonly flows?: readonly EncryptedRecord[];
  /** Those without rows are deleted. */
  readonly pages: readonly IndexPage[];
  /** Ids of flows that are deleted. */
  readonly gone?: readonly string[];
}

/** A flow as it is stored, and its row but for its size. */
interface Item {
  readonly stored: object;
  readonly row: Omit<IndexRow, 'bytes'>;
}

function itemOf({ flow, summary }: ArchiveEntry): Item {
  const { startedAt, pinned = false, initiator } = flow;
  const known = isRequestSeen(flow) ? {} : { requestSeen: false };
  const row = { summary, startedAt, pinned, ...known, ...(initiator === undefined ? {} : { initiator }) };
  return { stored: storedFlow(flow), row };
}

/** What an earlier version stored; what cannot be read is kept as it is. */
function itemOfEarlier(stored: object, summary: FlowSummary, aliases: Aliases): Item {
  const read = readFlow(stored);
  if ('flow' in read) return itemOf({ flow: recordedFlow(read.flow, aliases), summary });
  return { stored, row: { summary, startedAt: summary.startedAt, pinned: summary.pinned ?? false } };
}

function sizeOfRow({ summary: { id }, ...row }: IndexRow): ArchivedSize {
  return { id, requestSeen: true, ...row };
}

interface Store {
  delete(id: string): unknown;
  clear(): unknown;
}

async function forEachStore(
  database: ArchiveDatabase,
  names: readonly (typeof ENCRYPTED_STORES | typeof CLEAR_STORES)[number][],
  act: (store: Store) => void,
): Promise<void> {
  const transaction = database.transaction(names, 'readwrite');
  for (const name of names) act(transaction.objectStore(name) as Store);
  await transaction.done;
}
