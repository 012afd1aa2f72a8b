import type { FlowMark, FlowStatus } from '../flow/types.ts';

/** What is counted of a flow. */
export interface Counted {
  readonly id: string;
  readonly status: FlowStatus;
  readonly marks: readonly FlowMark[];
  /** Milliseconds since the epoch. */
  readonly callbackAt?: number | undefined;
}

/** Counts of all flows, kept as they change, so that no question walks over them. */
export interface FlowTally {
  put(flow: Counted): void;
  remove(id: string): void;
  clear(): void;
  readonly flows: number;
  readonly held: number;
  /** Callbacks that a tab showed and no listener reported. */
  readonly missed: number;
  /** Callbacks of this session after a moment, in milliseconds since the epoch. */
  unseen(seenAt: number): number;
  /** Ids of flows with a callback, the latest callback first. */
  latest(limit: number): readonly string[];
}

/** A tally of no flows. */
export function createFlowTally(): FlowTally {
  const known = new Map<string, Counted>();
  const held = new Set<string>();
  const missed = new Set<string>();
  let since = 0;
  let unseen = 0;
  const isUnseen = ({ callbackAt, marks }: Counted): boolean =>
    callbackAt !== undefined && callbackAt > since && !marks.includes('earlier-session');
  const keep = (set: Set<string>, id: string, isIn: boolean): void =>
    void (isIn ? set.add(id) : set.delete(id));
  const forget = (id: string): void => {
    const before = known.get(id);
    if (before && isUnseen(before)) unseen -= 1;
    known.delete(id);
  };
  return {
    put({ id, status, marks, callbackAt }) {
      forget(id);
      const counted = { id, status, marks, callbackAt };
      known.set(id, counted);
      keep(held, id, status === 'held');
      keep(missed, id, marks.includes('missed'));
      if (isUnseen(counted)) unseen += 1;
    },
    remove(id) {
      forget(id);
      held.delete(id);
      missed.delete(id);
    },
    clear() {
      known.clear();
      held.clear();
      missed.clear();
      unseen = 0;
    },
    get flows() {
      return known.size;
    },
    get held() {
      return held.size;
    },
    get missed() {
      return missed.size;
    },
    unseen(seenAt) {
      if (seenAt !== since) {
        since = seenAt;
        unseen = [...known.values()].filter(isUnseen).length;
      }
      return unseen;
    },
    latest: (limit) =>
      [...known.values()]
        .filter(({ callbackAt }) => callbackAt !== undefined)
        .toSorted((a, b) => (b.callbackAt ?? 0) - (a.callbackAt ?? 0))
        .slice(0, limit)
        .map(({ id }) => id),
  };
}
