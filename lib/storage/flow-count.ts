import type { Area } from './journal.ts';

/** How many flows the archive should hold, noted where the archive is not: a browser may empty a damaged database unasked. */
export interface FlowCount {
  /** Zero when nothing was noted or the note cannot be read. */
  expected(): Promise<number>;
  /** Never rejects. */
  note(flows: number): Promise<void>;
  /** Tells that so many flows are gone. */
  missing(flows: number): void;
}

const KEY = 'history:count';

/** The note in storage.local. */
export function createFlowCount(area: Area, missing: (flows: number) => void): FlowCount {
  return {
    missing,
    async expected() {
      const noted = await area.get(KEY).catch(() => ({}) as Record<string, unknown>);
      return typeof noted[KEY] === 'number' ? noted[KEY] : 0;
    },
    note: (flows) => area.set({ [KEY]: flows }).catch(() => undefined),
  };
}
