import type { CountedArchive } from '../storage/counted-archive.ts';

/**
 * An archive of which nothing is used before what an earlier session left in it was dealt with. What fails is tried again
 * with the next use, so that flows of this session are never taken for those of an earlier one.
 */
export function beginFirst(archive: CountedArchive, begin: () => Promise<void>): CountedArchive {
  let begun: Promise<void> | undefined;
  const ready = (): Promise<void> => {
    begun ??= begin().catch((error: unknown) => {
      begun = undefined;
      throw error;
    });
    return begun;
  };
  const after =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await ready();
      return act(...args);
    };
  return {
    put: after(archive.put),
    summaries: after(archive.summaries),
    flow: after(archive.flow),
    unreadable: after(archive.unreadable),
    sizes: after(archive.sizes),
    usage: after(archive.usage),
    remove: after(archive.remove),
    clear: after(archive.clear),
    forget: archive.forget,
  };
}
