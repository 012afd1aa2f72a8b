import { type FlowIndex, idsWith, orderOf } from './flow-index.ts';
import { LEAVING_CLASSES } from './leaving-group.ts';

interface Group {
  readonly size: number;
  readonly oldest: string;
}

/**
 * Id of the flow that leaves the live ones: a settled one where there is one, never a pinned one while there is another;
 * among these the first of `leavingOrder`. It is asked for with each flow that begins, and looks at the groups of flows
 * that the index keeps, not at the flows.
 * @param staying id of a flow that does not leave: the newest
 */
export function firstToLeave(index: FlowIndex, staying?: string): string | undefined {
  for (const group of LEAVING_CLASSES) {
    let first: Group | undefined;
    for (const key of index.groups.get(group) ?? []) {
      const other = withoutStaying(idsWith(index, key), staying);
      if (other && (!first || isBefore(index, other, first))) first = other;
    }
    if (first) return first.oldest;
  }
  return undefined;
}

function withoutStaying(ids: readonly string[], staying: string | undefined): Group | undefined {
  // It is the newest, so that it stands last where it stands at all.
  const size = ids.length - (ids.at(-1) === staying ? 1 : 0);
  const oldest = size === 0 ? undefined : ids[0];
  return oldest === undefined ? undefined : { size, oldest };
}

/** Of the initiator that has most, and of several the one that began first. */
function isBefore(index: FlowIndex, one: Group, other: Group): boolean {
  if (one.size !== other.size) return one.size > other.size;
  return orderOf(index, one.oldest) < orderOf(index, other.oldest);
}
