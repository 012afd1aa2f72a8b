import type { Observation } from '../flow/observation.ts';
import type { Journal } from './journal.ts';

/** Milliseconds after which what waits is written although the area has not answered the write before. */
export const MAX_WAIT = 20;

/** A journal that takes observations one by one and writes many of them in one request. */
export interface BatchedJournal extends Omit<Journal, 'write'> {
  /**
   * Writes an observation: at once when no write is on its way, else with those that come until it has arrived. Resolves
   * when it is written; rejects when the area is full.
   */
  write(observation: Observation): Promise<void>;
  /** Issues the write of what waits, before it returns. */
  flush(): void;
}

interface Entry {
  readonly observation: Observation;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Gathers the writes of a burst, since each request to a storage area costs more than what is in it: what comes while a
 * write is on its way, a millisecond or two, goes with the next. Whatever reads or forgets counts what waits as written.
 * @param later `setTimeout`
 */
export function batchJournal(
  journal: Journal,
  later: (run: () => void, milliseconds: number) => unknown = setTimeout,
): BatchedJournal {
  /** What is not known yet to be written, by id: what waits, and what is being written. */
  const unwritten = new Map<string, Entry>();
  let waiting: Entry[] = [];
  /** Writes that the area has not answered. */
  let underway = 0;
  let due = false;

  const isWanted = (entry: Entry): boolean => unwritten.get(entry.observation.id) === entry;
  const settled = (entry: Entry): void => {
    if (isWanted(entry)) unwritten.delete(entry.observation.id);
  };
  const writeAll = async (entries: readonly Entry[]): Promise<void> => {
    // Some of it may have been forgotten since.
    const batch = entries.filter(isWanted);
    if (batch.length === 0) return;
    try {
      await journal.write(batch.map(({ observation }) => observation));
      for (const entry of batch) entry.resolve();
      batch.forEach(settled);
    } catch (error) {
      if (batch.length > 1) {
        // What is too much together may find room in part.
        for (const entry of batch) await writeAll([entry]);
        return;
      }
      for (const entry of batch) entry.reject(error);
      batch.forEach(settled);
    }
  };
  const flush = (): void => {
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    underway += 1;
    void writeAll(batch).then(() => {
      underway -= 1;
      if (underway === 0) flush();
    });
  };
  const whenDue = (): void => {
    due = false;
    flush();
  };
  return {
    flush,
    write: (observation) =>
      new Promise((resolve, reject) => {
        const entry = { observation, resolve, reject };
        // A later version of the same takes its place.
        unwritten.get(observation.id)?.resolve();
        unwritten.set(observation.id, entry);
        waiting.push(entry);
        if (underway === 0) flush();
        else if (!due) {
          due = true;
          later(whenDue, MAX_WAIT);
        }
      }),
    read() {
      flush();
      return journal.read();
    },
    pick(ids) {
      flush();
      return journal.pick(ids);
    },
    async forget(ids) {
      for (const id of ids) {
        unwritten.get(id)?.resolve();
        unwritten.delete(id);
      }
      // Also of what waits: the area may hold an earlier version of it.
      if (ids.length > 0) await journal.forget(ids);
    },
    bury(tombstone) {
      flush();
      return journal.bury(tombstone);
    },
    unbury: journal.unbury,
  };
}
