import { isSettled } from './status.ts';
import type { Flow } from './types.ts';

/** What decides who leaves when there is not room for all. */
export interface Leaving {
  /** False for a flow that is known by a callback alone, which any page can forge. */
  readonly requestSeen: boolean;
  /** Origin of the page that caused it, where the browser said so. */
  readonly initiator?: string;
}

/**
 * Who has to leave, first things first: what is known by a callback alone before any flow whose request was seen, and of
 * these always the oldest of the initiator that has most, so that one site can only push its own flows out.
 * @param items in the order of their start
 */
export function* leavingOrder<T extends Leaving>(items: readonly T[]): Generator<T> {
  yield* fromLargest(items.filter(({ requestSeen }) => !requestSeen));
  yield* fromLargest(items.filter(({ requestSeen }) => requestSeen));
}

function* fromLargest<T extends Leaving>(items: readonly T[]): Generator<T> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.initiator ?? '');
    if (group) group.push(item);
    else groups.set(item.initiator ?? '', [item]);
  }
  const queues = [...groups.values()].map((group) => ({ group, next: 0 }));
  for (let left = items.length; left > 0; left--) {
    const largest = queues.reduce((most, queue) => (sizeOf(queue) > sizeOf(most) ? queue : most));
    yield largest.group[largest.next] as T;
    largest.next += 1;
  }
}

function sizeOf({ group, next }: { readonly group: readonly unknown[]; readonly next: number }): number {
  return group.length - next;
}

/** Whether more is known of a flow than that a callback arrived. */
export function isRequestSeen({ request, launch, webhooks, marks }: Flow): boolean {
  return request !== undefined || launch !== undefined || webhooks !== undefined || marks.includes('pasted');
}

interface Group {
  readonly initiator: string;
  readonly oldest: Flow;
  count: number;
}

/**
 * The flow that leaves the live ones: a settled one where there is one, never a pinned one while there is another; among
 * these the first of {@link leavingOrder}, found in one pass without a copy, since it is asked for with each flow that begins.
 * @param staying a flow that does not leave: the newest
 */
export function firstToLeave(flows: readonly Flow[], staying?: Flow): Flow | undefined {
  const groups = { seen: new Map<string, Group>(), unseen: new Map<string, Group>() };
  // Most flows follow one of the same kind.
  let last: { readonly among: Map<string, Group>; readonly group: Group } | undefined;
  let rank = 0;
  for (const flow of flows) {
    if (flow === staying) continue;
    const own = flow.pinned ? 0 : isSettled(flow) ? 2 : 1;
    if (own < rank) continue;
    if (own > rank) {
      rank = own;
      groups.seen.clear();
      groups.unseen.clear();
      last = undefined;
    }
    const among = flow.request !== undefined || isRequestSeen(flow) ? groups.seen : groups.unseen;
    const initiator = flow.initiator ?? '';
    if (last?.among === among && last.group.initiator === initiator) {
      last.group.count += 1;
      continue;
    }
    const group = among.get(initiator) ?? { initiator, oldest: flow, count: 0 };
    group.count += 1;
    if (group.count === 1) among.set(initiator, group);
    last = { among, group };
  }
  let largest: Group | undefined;
  for (const group of (groups.unseen.size > 0 ? groups.unseen : groups.seen).values())
    if (!largest || group.count > largest.count) largest = group;
  return largest?.oldest;
}
