/**
 * A map by texts that is never changed: a change gives another map, which shares all but the changed part with the one
 * before. What a change costs hardly grows with the number of entries.
 */
export interface PersistentMap<T> {
  /** By the upper half of the hash, then by the lower; absent where there is no entry. */
  readonly rows: readonly (readonly (ReadonlyMap<string, T> | undefined)[] | undefined)[];
}

const HALF = 5;
const WIDTH = 1 << HALF;
const MASK = WIDTH - 1;

/** Texts are told apart by their last characters: URLs begin alike. */
const HASHED = 64;

/** A map without entries. */
export const emptyMap = <T>(): PersistentMap<T> => ({ rows: [] });

/** What is under a key. */
export function lookUp<T>({ rows }: PersistentMap<T>, key: string): T | undefined {
  const hash = hashOf(key);
  return rows[hash >>> HALF]?.[hash & MASK]?.get(key);
}

/** A map with another value under a key; `undefined` takes the key out. */
export function withValue<T>(map: PersistentMap<T>, key: string, value: T | undefined): PersistentMap<T> {
  const hash = hashOf(key);
  const [upper, lower] = [hash >>> HALF, hash & MASK];
  const row = map.rows[upper];
  const entries = new Map(row?.[lower]);
  if (value === undefined) entries.delete(key);
  else entries.set(key, value);
  return { rows: replaced(map.rows, upper, replaced(row ?? [], lower, entries)) };
}

function replaced<T>(list: readonly (T | undefined)[], at: number, value: T): readonly (T | undefined)[] {
  const next =
    list.length === WIDTH ? list.slice() : Array.from({ length: WIDTH }, (_, index) => list[index]);
  next[at] = value;
  return next;
}

/** FNV-1a, cut to ten bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5 ^ key.length;
  for (let index = Math.max(key.length - HASHED, 0); index < key.length; index++)
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 12) ^ (hash >>> 22)) & ((1 << (2 * HALF)) - 1);
}
