import type { Observation, ObservationKind, TabLeft } from '../flow/observation.ts';
import type { FlowsState } from '../flow/reduce.ts';

/** What the browser reported that is written only once a flow has a use for it. */
export const ONLY_WITH_A_FLOW: ReadonlySet<ObservationKind> = new Set([
  ...(['request', 'response', 'request-failed'] as const),
  ...(['navigating', 'committed', 'navigation-failed'] as const),
]);

/** Observations that are remembered, in memory only. */
const MOST = 100;

/** Observations from which nothing followed yet. */
export interface Unwritten {
  add(observation: Observation): void;
  /** Gives, and forgets, those that a flow has a use for now that one from before them is known. */
  takeThose(isUsed: (observation: Observation) => boolean, known: Observation): readonly Observation[];
}

export function createUnwritten(): Unwritten {
  let waiting: readonly Observation[] = [];
  return {
    add(observation) {
      waiting = [...waiting.slice(1 - MOST), observation];
    },
    takeThose(isUsed, known) {
      if (!waiting.some(({ at }) => at >= known.at)) return [];
      const used = waiting.filter(isUsed);
      waiting = waiting.filter((observation) => !used.includes(observation));
      return used;
    },
  };
}

/** Ids of what was recorded of the navigation by which a tab left its flow, before that was known. */
export function ledAway(log: FlowsState['log'], left: TabLeft): readonly string[] {
  if (left.requestId === undefined) return [];
  const chain = log
    .map(({ observation }) => observation)
    .filter((one) => {
      return one.tabId === left.tabId && 'requestId' in one && one.requestId === left.requestId;
    });
  const urls = new Set(chain.flatMap((one) => ('url' in one ? [one.url] : [])));
  const from = Math.min(...chain.map(({ at }) => at));
  return log
    .map(({ observation }) => observation)
    .filter((one) => one.id !== left.id && one.tabId === left.tabId)
    .filter((one) => chain.includes(one) || ('url' in one && one.at >= from - 5_000 && urls.has(one.url)))
    .map(({ id }) => id);
}
