import type { Area } from './journal.ts';

const KEY = 'session:flows';

/** How many flows are in memory only, noted on disk without anything of them, to tell after a reload how many are gone. */
export interface LiveCount {
  /** Writes the number, the last one of a burst. Never rejects. */
  note(flows: number): void;
  read(): Promise<number>;
}

/** The note in storage.local. */
export function createLiveCount(area: Area): LiveCount {
  let wanted = -1;
  let written = -1;
  let writing = false;
  const write = async (): Promise<void> => {
    writing = true;
    while (written !== wanted) {
      const next = wanted;
      await area.set({ [KEY]: next }).catch(() => undefined);
      written = next;
    }
    writing = false;
  };
  return {
    note(flows) {
      wanted = flows;
      if (!writing) void write();
    },
    async read() {
      const stored = (await area.get(KEY).catch(() => ({}) as Record<string, unknown>))[KEY];
      return typeof stored === 'number' && stored > 0 ? stored : 0;
    },
  };
}
