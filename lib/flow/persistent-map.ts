/**
 * A map by texts that is never changed: a change gives another map, which shares all but the changed part with the one
 * before. What a change costs hardly grows with the number of entries.
 */
export interface PersistentMap<T> {
  /** By the upper half of the hash, then by the lower; absent where there is no entry. */
  readonly rows: readonly (readonly (Entries<T> | undefined)[] | undefined)[];
}

/** A handful of entries: a list is copied in less time than a `Map`, and searched in about the same. */
type Entries<T> = readonly (readonly [key: string, value: T])[];

const HALF = 6;
const WIDTH = 1 << HALF;
const MASK = WIDTH - 1;

/** Texts are told apart by their last characters: URLs begin alike. */
const HASHED = 64;

/** A map without entries. */
export const emptyMap = <T>(): PersistentMap<T> => ({ rows: [] });

/** What is under a key. */
export function lookUp<T>({ rows }: PersistentMap<T>, key: string): T | undefined {
  const hash = hashOf(key);
  const entries = rows[hash >>> HALF]?.[hash & MASK] ?? [];
  return entries[placeOf(entries, key)]?.[1];
}

/** A map with another value under a key; `undefined` takes the key out. */
export function withValue<T>(map: PersistentMap<T>, key: string, value: T | undefined): PersistentMap<T> {
  const hash = hashOf(key);
  const [upper, lower] = [hash >>> HALF, hash & MASK];
  const row = map.rows[upper];
  const entries = row?.[lower] ?? [];
  const at = placeOf(entries, key);
  if (value === undefined && at < 0) return map;
  const next = entries.slice();
  if (value === undefined) next.splice(at, 1);
  else next[at < 0 ? next.length : at] = [key, value];
  return { rows: replaced(map.rows, upper, replaced(row ?? [], lower, next)) };
}

function placeOf<T>(entries: Entries<T>, key: string): number {
  for (let at = 0; at < entries.length; at++) if (entries[at]?.[0] === key) return at;
  return -1;
}

function replaced<T>(list: readonly (T | undefined)[], at: number, value: T): readonly (T | undefined)[] {
  const next =
    list.length === WIDTH ? list.slice() : Array.from({ length: WIDTH }, (_, index) => list[index]);
  next[at] = value;
  return next;
}

/** FNV-1a, cut to twelve bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5 ^ key.length;
  for (let index = Math.max(key.length - HASHED, 0); index < key.length; index++)
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 12) ^ (hash >>> 22)) & ((1 << (2 * HALF)) - 1);
}
