import type { Catalogue } from '../providers/catalogue.ts';
import type { Observation } from './observation.ts';
import { step } from './step.ts';
import { EMPTY_TRACKER, type Tracker, takeFlows } from './tracker.ts';

/** Observations that can still be put in order. An older one than all of these is applied before the first of them. */
export const MAX_LOG = 500;

interface LogEntry {
  readonly observation: Observation;
  readonly before: Tracker;
}

/** Everything folded so far. Trackers share their structure, so that the log of earlier ones costs references only. */
export interface FlowsState {
  readonly tracker: Tracker;
  readonly log: readonly LogEntry[];
}

export const EMPTY_FLOWS: FlowsState = { tracker: EMPTY_TRACKER, log: [] };

/**
 * Folds one observation into the flows. The result depends on the set of observations, not on the order in which they
 * arrive: a late one is put in its place by time, and what followed is applied again. One that came before is ignored.
 */
export function reduceFlows(flows: FlowsState, observation: Observation, catalogue: Catalogue): FlowsState {
  const { log } = flows;
  let index = log.length;
  while (index > 0 && isAfter((log[index - 1] as LogEntry).observation, observation)) index--;
  if (log[index - 1]?.observation.id === observation.id) return flows;
  if (index === log.length) return append(flows, observation, catalogue);
  const before = (log[index] as LogEntry).before;
  const later = log.slice(index).map((entry) => entry.observation);
  const restart: FlowsState = { tracker: before, log: log.slice(0, index) };
  return [observation, ...later].reduce((state, one) => append(state, one, catalogue), restart);
}

/** Folds many observations, in any order, from nothing. */
export function reduceAll(observations: readonly Observation[], catalogue: Catalogue): FlowsState {
  return observations
    .toSorted((a, b) => (isAfter(a, b) ? 1 : -1))
    .reduce((flows, observation) => reduceFlows(flows, observation, catalogue), EMPTY_FLOWS);
}

/** Takes flows out, for instance because they were cleared or archived. What came before can no longer be reordered. */
export function removeFlows(flows: FlowsState, ids: ReadonlySet<string>): FlowsState {
  return { tracker: takeFlows(flows.tracker, ({ id }) => ids.has(id)), log: [] };
}

function append(flows: FlowsState, observation: Observation, catalogue: Catalogue): FlowsState {
  const entry: LogEntry = { observation, before: flows.tracker };
  const log = flows.log.length < MAX_LOG ? [...flows.log, entry] : [...flows.log.slice(-MAX_LOG / 2), entry];
  return { tracker: step(flows.tracker, observation, catalogue), log };
}

export function isAfter(a: Observation, b: Observation): boolean {
  return a.at !== b.at ? a.at > b.at : a.id > b.id;
}
