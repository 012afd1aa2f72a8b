import type { Held, StorageEntry, StorageScan } from './storage-scan.ts';

/** Entries of an answer that are read. */
const MAX_ENTRIES = 50;

/** UTF-16 units of a text that are read. */
const MAX_TEXT = 300;

const HELD: readonly Held[] = ['state', 'nonce', 'verifier'];

/**
 * What a page answered, which may have changed what its script interfaces do: bounded, and of the expected form only. Undefined
 * when it is no answer at all. Never throws.
 */
export function readStorageScan(answer: unknown): StorageScan | undefined {
  if (!isObject(answer)) return undefined;
  const { origin, entries, total } = answer;
  if (typeof origin !== 'string' || !Array.isArray(entries)) return undefined;
  return {
    origin: origin.slice(0, MAX_TEXT),
    entries: entries.slice(0, MAX_ENTRIES).flatMap(readEntry),
    total: Number.isSafeInteger(total) ? (total as number) : 0,
  };
}

function readEntry(entry: unknown): readonly StorageEntry[] {
  if (!isObject(entry)) return [];
  const { area, name, holds } = entry;
  if ((area !== 'sessionStorage' && area !== 'localStorage') || typeof name !== 'string') return [];
  const held = Array.isArray(holds) ? HELD.filter((one) => holds.includes(one)) : [];
  return held.length === 0 ? [] : [{ area, name: name.slice(0, MAX_TEXT), holds: held }];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
