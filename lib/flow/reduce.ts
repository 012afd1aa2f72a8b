import type { Catalogue } from '../providers/catalogue.ts';
import type { Observation } from './observation.ts';
import { applyRecorded, step } from './step.ts';
import { EMPTY_TRACKER, type Tracker, takeFlows } from './tracker.ts';

/** Observations that can still be put in order. An older one than all of these is applied before the first of them. */
export const MAX_LOG = 500;

/** How many observations lie between two trackers that the log keeps: each holds a list of all flows. */
const KEPT_EACH = 4;

/** Entries that leave a full log together; a multiple of {@link KEPT_EACH}, so that its first entry keeps its tracker. */
const LEAVE_TOGETHER = 252;

interface LogEntry {
  readonly observation: Observation;
  /** What was before it; in every fourth entry only, from which the others are applied again. */
  readonly before?: Tracker;
}

/** Everything folded so far. Trackers share their structure, so that the log of earlier ones costs little. */
export interface FlowsState {
  readonly tracker: Tracker;
  readonly log: readonly LogEntry[];
}

export const EMPTY_FLOWS: FlowsState = { tracker: EMPTY_TRACKER, log: [] };

/**
 * Folds one observation into the flows. The result depends on the set of observations, not on the order in which they
 * arrive: a late one is put in its place by time, and what followed is applied again. One that came before is ignored.
 */
export function reduceObservation(
  flows: FlowsState,
  observation: Observation,
  catalogue: Catalogue,
): FlowsState {
  return fold(flows, observation, catalogue, step);
}

/** The same for what `recorded` gave for the flows as they are, which then need not be found again. */
export function reduceRecorded(
  flows: FlowsState,
  observation: Observation,
  catalogue: Catalogue,
): FlowsState {
  return fold(flows, observation, catalogue, applyRecorded);
}

/** @param apply applies the observation when it is the newest one; what is put in its place later is recorded there */
function fold(
  flows: FlowsState,
  observation: Observation,
  catalogue: Catalogue,
  apply: typeof step,
): FlowsState {
  const { log } = flows;
  let index = log.length;
  while (index > 0 && isAfter((log[index - 1] as LogEntry).observation, observation)) index--;
  if (log[index - 1]?.observation.id === observation.id) return flows;
  if (index === log.length) return append(flows, observation, catalogue, apply);
  const kept = log.findLastIndex(({ before }, at) => at <= index && before !== undefined);
  const restart = { tracker: log[kept]?.before ?? EMPTY_TRACKER, log: log.slice(0, Math.max(kept, 0)) };
  const again = log.slice(restart.log.length).map((entry) => entry.observation);
  return again
    .toSpliced(index - restart.log.length, 0, observation)
    .reduce<FlowsState>((state, one) => append(state, one, catalogue), restart);
}

/** Folds many observations, in any order, from nothing. */
export function reduceAll(observations: readonly Observation[], catalogue: Catalogue): FlowsState {
  return observations
    .toSorted((a, b) => (isAfter(a, b) ? 1 : -1))
    .reduce((flows, observation) => reduceObservation(flows, observation, catalogue), EMPTY_FLOWS);
}

/** Takes flows out, for instance because they were cleared or archived. What came before can no longer be reordered. */
export function removeFlows(flows: FlowsState, ids: ReadonlySet<string>): FlowsState {
  return { tracker: takeFlows(flows.tracker, ({ id }) => ids.has(id)), log: [] };
}

function append(
  flows: FlowsState,
  observation: Observation,
  catalogue: Catalogue,
  apply: typeof step = step,
): FlowsState {
  const log = flows.log.length < MAX_LOG ? flows.log : flows.log.slice(LEAVE_TOGETHER);
  const entry = log.length % KEPT_EACH === 0 ? { observation, before: flows.tracker } : { observation };
  return { tracker: apply(flows.tracker, observation, catalogue), log: [...log, entry] };
}

export function isAfter(a: Observation, b: Observation): boolean {
  return a.at !== b.at ? a.at > b.at : a.id > b.id;
}
