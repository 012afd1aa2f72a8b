import type { Observation } from '../flow/observation.ts';
import { recorded } from '../flow/recorded.ts';
import { EMPTY_FLOWS, type FlowsState, isAfter, reduceRecorded } from '../flow/reduce.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { ONLY_WITH_A_FLOW } from './unwritten.ts';

/** What a journal gives, and what in it is not as it would be written today. */
export interface ReadBack {
  readonly state: FlowsState;
  /** Observations of which less may be kept than an earlier version wrote. */
  readonly reduced: readonly Observation[];
  /** Ids of observations that no flow has a use for. */
  readonly unused: readonly string[];
}

/** Folds what the journal holds, in any order, as it would be recorded today. */
export function readBack(observations: readonly Observation[], catalogue: Catalogue): ReadBack {
  let state = EMPTY_FLOWS;
  const reduced: Observation[] = [];
  for (const stored of observations.toSorted((a, b) => (isAfter(a, b) ? 1 : -1))) {
    const observation = recorded(state.tracker, stored, catalogue);
    if (observation !== stored) reduced.push(observation);
    state = reduceRecorded(state, observation, catalogue);
  }
  const used = new Set(state.tracker.flows.flatMap(({ observationIds }) => observationIds));
  const unused = observations
    .filter(({ id, kind }) => ONLY_WITH_A_FLOW.has(kind) && !used.has(id))
    .map(({ id }) => id);
  return { state, reduced, unused };
}
