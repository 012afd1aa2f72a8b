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
