import { array, number, object, safeParse, string } from 'valibot';
import type { Observation } from '../flow/observation.ts';
import { readObservation } from '../flow/schema/read-observation.ts';

/** The part of a storage area that the journal uses. */
export interface Area {
  get(keys: null | string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Flows that were cleared and can still be brought back. */
export interface Tombstone {
  readonly undoId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly flowIds: readonly string[];
  readonly observationIds: readonly string[];
}

/**
 * Observations and tombstones, each under its own key, so that concurrent writes never overwrite one another. An observation
 * is written as JSON text: the browser takes a text in less time than it takes an object apart.
 */
export interface Journal {
  /** Writes all of them in one request to the area, or none: rejects when the area is full. */
  write(observations: readonly Observation[]): Promise<void>;
  read(): Promise<{ observations: readonly Observation[]; tombstones: readonly Tombstone[] }>;
  /** Observations by id; those that are not there are left out. */
  pick(observationIds: readonly string[]): Promise<readonly Observation[]>;
  forget(observationIds: readonly string[]): Promise<void>;
  bury(tombstone: Tombstone): Promise<void>;
  unbury(undoIds: readonly string[]): Promise<void>;
}

const OBSERVATION = 'o:';
const TOMBSTONE = 't:';

/** A journal in a storage area; `storage.session` keeps it in memory and lets it survive the background. */
export function createJournal(area: Area): Journal {
  return {
    write: (observations) =>
      area.set(Object.fromEntries(observations.map((one) => [OBSERVATION + one.id, JSON.stringify(one)]))),
    async read() {
      const entries = Object.entries(await area.get(null));
      return {
        observations: under(entries, OBSERVATION).flatMap((stored) => readEntry(stored) ?? []),
        tombstones: under(entries, TOMBSTONE).flatMap((stored) => readTombstone(stored) ?? []),
      };
    },
    async pick(ids) {
      const stored = await area.get(ids.map((id) => OBSERVATION + id));
      return ids.flatMap((id) => readEntry(stored[OBSERVATION + id]) ?? []);
    },
    forget: (ids) => area.remove(ids.map((id) => OBSERVATION + id)),
    bury: (tombstone) => area.set({ [TOMBSTONE + tombstone.undoId]: tombstone }),
    unbury: (ids) => area.remove(ids.map((id) => TOMBSTONE + id)),
  };
}

function under(entries: readonly (readonly [string, unknown])[], prefix: string): readonly unknown[] {
  return entries.filter(([key]) => key.startsWith(prefix)).map(([, value]) => value);
}

/** What {@link Journal.write} wrote, or an earlier version, which wrote the object itself; undefined for anything else. */
function readEntry(stored: unknown): Observation | undefined {
  if (typeof stored !== 'string') return readObservation(stored);
  try {
    return readObservation(JSON.parse(stored));
  } catch {
    return undefined;
  }
}

const TombstoneSchema = object({
  undoId: string(),
  at: number(),
  flowIds: array(string()),
  observationIds: array(string()),
});

function readTombstone(stored: unknown): Tombstone | undefined {
  const read = safeParse(TombstoneSchema, stored);
  return read.success ? read.output : undefined;
}
