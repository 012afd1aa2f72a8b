import type { Flow } from '../flow/types.ts';

/** What distinguishes two lists of flows. */
export interface FlowDifference {
  /** Flows of the second list that the first has not, or has otherwise. */
  readonly changed: readonly Flow[];
  /** Flows of the first list that are not in the second. */
  readonly removed: readonly Flow[];
}

/**
 * Compares two lists of which one became of the other. Both are walked once, by identity; where more than one flow in a
 * row was taken out or put in, the rest is compared by id.
 */
export function flowDifference(before: readonly Flow[], after: readonly Flow[]): FlowDifference {
  const changed: Flow[] = [];
  const removed: Flow[] = [];
  let from = 0;
  let to = 0;
  for (;;) {
    const old = before[from];
    const now = after[to];
    if (old === undefined || now === undefined) break;
    if (old !== now) {
      if (old.id === now.id) changed.push(now);
      else if (before[from + 1]?.id === now.id) {
        removed.push(old);
        from += 1;
        continue;
      } else break;
    }
    from += 1;
    to += 1;
  }
  const rest = new Map(before.slice(from).map((flow) => [flow.id, flow]));
  for (const flow of after.slice(to)) {
    if (rest.get(flow.id) !== flow) changed.push(flow);
    rest.delete(flow.id);
  }
  return { changed, removed: [...removed, ...rest.values()] };
}
