import type { FlowSummary } from './summary-types.ts';

/** Order of the list of flows: the newest first, and one order for those that started together. */
export function byNewest(a: FlowSummary, b: FlowSummary): number {
  return b.startedAt - a.startedAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

/**
 * A list in that order with some rows in the place of their former selves, or added, and others taken out. It is walked
 * once and never sorted; without any change it is the same list.
 */
export function withRows(
  rows: readonly FlowSummary[],
  changed: readonly FlowSummary[],
  removed: readonly string[],
): readonly FlowSummary[] {
  if (changed.length === 0 && removed.length === 0) return rows;
  const gone = new Set([...removed, ...changed.map(({ id }) => id)]);
  const added = changed.toSorted(byNewest);
  const merged: FlowSummary[] = [];
  let next = 0;
  for (const row of rows) {
    if (gone.has(row.id)) continue;
    while (next < added.length && byNewest(added[next] as FlowSummary, row) < 0)
      merged.push(added[next++] as FlowSummary);
    merged.push(row);
  }
  return [...merged, ...added.slice(next)];
}
