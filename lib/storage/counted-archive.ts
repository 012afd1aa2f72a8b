import type { Archive, ArchivedSize } from './archive.ts';
import type { Ledger } from './ledger.ts';

/** An archive that knows how much it holds without asking the disk each time. */
export interface CountedArchive extends Archive {
  usage(): Promise<{ readonly flows: number; readonly bytes: number }>;
}

/**
 * Counts what goes in and out of an archive; what is in it already is read once, and compared with what the ledger says
 * should be in it.
 */
export function countArchive(archive: Archive, ledger?: Ledger): CountedArchive {
  let read: Promise<Map<string, ArchivedSize>> | undefined;
  const known = (): Promise<Map<string, ArchivedSize>> => {
    read ??= count().catch((error: unknown) => {
      read = undefined;
      throw error;
    });
    return read;
  };
  const count = async (): Promise<Map<string, ArchivedSize>> => {
    const [sizes, expected = 0] = await Promise.all([archive.sizes(), ledger?.expected()]);
    if (sizes.length < expected) ledger?.missing(expected - sizes.length);
    if (sizes.length !== expected) await ledger?.note(sizes.length);
    return new Map(sizes.map((size) => [size.id, size]));
  };
  return {
    summaries: archive.summaries,
    flow: archive.flow,
    sizes: async () => [...(await known()).values()],
    async usage() {
      const sizes = [...(await known()).values()];
      return { flows: sizes.length, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
    async put(entries) {
      const sizes = await known();
      const put = await archive.put(entries);
      const before = sizes.size;
      for (const size of put) sizes.set(size.id, size);
      if (sizes.size !== before) await ledger?.note(sizes.size);
      return put;
    },
    async remove(ids) {
      const sizes = await known();
      const going = ids.filter((id) => sizes.has(id));
      // Noted before they go: a browser that dies in between must not make anybody believe that they were lost.
      if (going.length > 0) await ledger?.note(sizes.size - going.length);
      await archive.remove(ids);
      for (const id of ids) sizes.delete(id);
    },
    async clear() {
      await ledger?.note(0);
      await archive.clear();
      read = Promise.resolve(new Map());
    },
    forget() {
      read = undefined;
      archive.forget();
    },
  };
}
