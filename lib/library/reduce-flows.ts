import { classify } from '../flow/classify.ts';
import type { Observation } from '../flow/observation.ts';
import { EMPTY_FLOWS, type FlowsState, reduceObservation as reduce } from '../flow/reduce.ts';
import type { Flow } from '../flow/types.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { catalogue as builtIn } from './built-in.ts';

/**
 * Folds one observation into the flows, as the extension does: what is no authorization traffic changes nothing. Pure; the
 * result depends on the set of observations, not on their order.
 * @param flows {@link EMPTY_FLOWS}, or nothing, to begin with
 * @param observation what `observe` gave; nothing leaves the flows as they are
 * @param catalogue the profiles that are known; the built-in ones when absent
 */
export function reduceFlows(
  flows: FlowsState | undefined,
  observation: Observation | undefined,
  catalogue: Catalogue = builtIn,
): FlowsState {
  const known = flows ?? EMPTY_FLOWS;
  if (!observation || classify(known.tracker, observation, catalogue) === 'drop') return known;
  return reduce(known, observation, catalogue);
}

/** The flows, oldest first. */
export function flowsIn(flows: FlowsState): readonly Flow[] {
  return flows.tracker.flows;
}
