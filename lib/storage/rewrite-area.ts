import type { Area } from './journal.ts';

/** An area that can be emptied at once. */
export interface ClearableArea extends Area {
  clear(): Promise<void>;
}

/**
 * Takes values out of an area so that no bytes of them stay on disk: `remove` only marks them as deleted, `clear` deletes
 * the files. Both orders are given at once, so that a background that dies meanwhile has given both.
 * @param rest gives what stays, from all that is there
 */
export async function rewriteArea(
  area: ClearableArea,
  rest: (items: Readonly<Record<string, unknown>>) => Record<string, unknown>,
): Promise<void> {
  const kept = rest(await area.get(null));
  await Promise.all([area.clear(), area.set(kept)]);
}
