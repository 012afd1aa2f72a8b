import { type Archive, type ArchivedSize, archivedSize } from './archive.ts';

/** An archive that knows how much it holds without asking the disk each time. */
export interface CountedArchive extends Archive {
  usage(): Promise<{ readonly flows: number; readonly bytes: number }>;
}

/** Counts what goes in and out of an archive; what is in it already is read once. */
export function countArchive(archive: Archive): CountedArchive {
  let read: Promise<Map<string, ArchivedSize>> | undefined;
  const known = (): Promise<Map<string, ArchivedSize>> => {
    read ??= archive.sizes().then(
      (sizes) => new Map(sizes.map((size) => [size.id, size])),
      (error: unknown) => {
        read = undefined;
        throw error;
      },
    );
    return read;
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
      await archive.put(entries);
      for (const { flow } of entries) sizes.set(flow.id, archivedSize(flow));
    },
    async remove(ids) {
      const sizes = await known();
      await archive.remove(ids);
      for (const id of ids) sizes.delete(id);
    },
    async clear() {
      await archive.clear();
      read = Promise.resolve(new Map());
    },
  };
}
