import type { KeyRecord, MissingKey } from '../keys/types.ts';
import type { Area } from './journal.ts';

/** Names of the keys that should be in the key store, noted elsewhere: a browser may empty a damaged database unasked. */
export interface KeyNotes {
  note(keys: readonly KeyRecord[]): Promise<void>;
  forget(ids: readonly string[]): Promise<void>;
  read(): Promise<readonly MissingKey[]>;
}

const PREFIX = 'key:';

/** The notes in storage.local, each under its own key. They hold nothing of the keys but id, name and algorithm. Nothing rejects. */
export function createKeyNotes(area: Area): KeyNotes {
  const nothing = (): undefined => undefined;
  return {
    note: (keys) =>
      area
        .set(
          Object.fromEntries(keys.map(({ id, name, algorithm }) => [PREFIX + id, { id, name, algorithm }])),
        )
        .catch(nothing),
    forget: (ids) => area.remove(ids.map((id) => PREFIX + id)).catch(nothing),
    async read() {
      const stored = await area.get(null).catch(() => ({}));
      return Object.entries(stored)
        .filter(([key]) => key.startsWith(PREFIX))
        .flatMap(([, value]) => (isNote(value) ? [value] : []));
    },
  };
}

function isNote(value: unknown): value is MissingKey {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, algorithm } = value as Partial<Record<keyof MissingKey, unknown>>;
  return [id, name, algorithm].every((one) => typeof one === 'string');
}
