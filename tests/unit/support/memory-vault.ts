import { exclusiveHere } from '../../../lib/storage/exclusive.ts';
import type { ClearableArea } from '../../../lib/storage/rewrite-area.ts';
import { createVault } from '../../../lib/storage/vault.ts';
import { memoryArea } from './memory.ts';

export type MemoryArea = ClearableArea & { readonly items: Map<string, unknown> };

export function clearableArea(): MemoryArea {
  const area = memoryArea();
  return { ...area, clear: async () => area.items.clear() };
}

/** A vault over areas in memory; the same areas give the vault of a later life of the background. */
export function memoryVault(local = clearableArea(), session = clearableArea()) {
  return { local, session, vault: createVault({ local, session, exclusive: exclusiveHere() }) };
}
