/** Why some entries of a file were not used, and how many. */
export interface Skipped {
  readonly why: string;
  readonly count: number;
}

/** Reasons that are told apart; what an entry says of itself must not make a list without end. */
const MAX_REASONS = 20;

/** Counts reasons. */
export interface Tally {
  add(why: string): void;
  readonly total: number;
  /** Most frequent first. */
  list(): readonly Skipped[];
}

/** Makes an empty tally. */
export function createTally(): Tally {
  const counts = new Map<string, number>();
  let total = 0;
  return {
    add(why) {
      total++;
      const reason = counts.has(why) || counts.size < MAX_REASONS ? why : 'other reasons';
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    },
    get total() {
      return total;
    },
    list: () => [...counts].map(([why, count]) => ({ why, count })).sort((a, b) => b.count - a.count),
  };
}
