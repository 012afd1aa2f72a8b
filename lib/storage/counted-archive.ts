import type { Archive, ArchivedSize } from './archive.ts';
import type { FlowCount } from './flow-count.ts';

/** An archive that knows how much it holds without asking the disk each time. */
export interface CountedArchive extends Archive {
  usage(): Promise<{ readonly flows: number; readonly bytes: number }>;
}

/**
 * Counts what goes in and out of an archive; what is in it already is read once, and compared with what the count says
 * should be in it.
 */
export function countArchive(archive: Archive, ledger?: FlowCount): CountedArchive {
  let read: Promise<Sizes> | undefined;
  const known = (): Promise<Sizes> => {
    read ??= count().catch((error: unknown) => {
      read = undefined;
      throw error;
    });
    return read;
  };
  const count = async (): Promise<Sizes> => {
    const [sizes, expected = 0] = await Promise.all([archive.sizes(), ledger?.expected()]);
    if (sizes.length < expected) ledger?.missing(expected - sizes.length);
    if (sizes.length !== expected) await ledger?.note(sizes.length);
    return createSizes(sizes);
  };
  return {
    summaries: archive.summaries,
    flow: archive.flow,
    unreadable: archive.unreadable,
    sizes: async () => (await known()).all(),
    async usage() {
      const { flows, bytes } = await known();
      return { flows, bytes };
    },
    async put(entries) {
      const sizes = await known();
      const put = await archive.put(entries);
      const before = sizes.flows;
      for (const size of put) sizes.put(size);
      if (sizes.flows !== before) await ledger?.note(sizes.flows);
      return put;
    },
    async remove(ids) {
      const sizes = await known();
      const going = ids.filter((id) => sizes.has(id));
      // Noted before they go: a browser that dies in between must not make anybody believe that they were lost.
      if (going.length > 0) await ledger?.note(sizes.flows - going.length);
      await archive.remove(ids);
      for (const id of ids) sizes.remove(id);
    },
    async clear() {
      await ledger?.note(0);
      await archive.clear();
      read = Promise.resolve(createSizes([]));
    },
    forget() {
      read = undefined;
      archive.forget();
    },
  };
}

/** Sizes of flows by their id, and their sum as it changes: it is asked for with every push to a page. */
interface Sizes {
  readonly flows: number;
  readonly bytes: number;
  has(id: string): boolean;
  all(): readonly ArchivedSize[];
  put(size: ArchivedSize): void;
  remove(id: string): void;
}

function createSizes(first: readonly ArchivedSize[]): Sizes {
  const sizes = new Map<string, ArchivedSize>();
  let bytes = 0;
  const remove = (id: string): void => {
    bytes -= sizes.get(id)?.bytes ?? 0;
    sizes.delete(id);
  };
  const put = (size: ArchivedSize): void => {
    remove(size.id);
    sizes.set(size.id, size);
    bytes += size.bytes;
  };
  for (const size of first) put(size);
  return {
    get flows() {
      return sizes.size;
    },
    get bytes() {
      return bytes;
    },
    has: (id) => sizes.has(id),
    all: () => [...sizes.values()],
    put,
    remove,
  };
}
