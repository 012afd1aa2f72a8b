import type { Observation } from '../flow/observation.ts';
import { EMPTY_FLOWS, type FlowsState, reduceRecorded, removeFlows } from '../flow/reduce.ts';
import type { Flow } from '../flow/types.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { type FlowDifference, flowDifference } from './flow-difference.ts';

/** What one observation or command did to the live flows. */
export interface LiveChange extends FlowDifference {
  /** True when flows left because there were too many. */
  readonly evicted: boolean;
}

/** Flows that are reduced from observations as they come. */
export interface LiveFlows {
  readonly state: FlowsState;
  readonly flows: readonly Flow[];
  /** @param observation what may be recorded of it for the flows as they are */
  apply(observation: Observation, catalogue: Catalogue): LiveChange;
  /** Takes over what was read back. */
  become(state: FlowsState): LiveChange;
  remove(ids: ReadonlySet<string>): LiveChange;
}

/** No flows yet. */
export function createLiveFlows(): LiveFlows {
  let state = EMPTY_FLOWS;
  const become = (next: FlowsState): LiveChange => {
    const before = state.tracker;
    state = next;
    return {
      ...flowDifference(before.flows, next.tracker.flows),
      evicted: next.tracker.evicted > before.evicted,
    };
  };
  return {
    get state() {
      return state;
    },
    get flows() {
      return state.tracker.flows;
    },
    apply: (observation, catalogue) => become(reduceRecorded(state, observation, catalogue)),
    become(next) {
      state = EMPTY_FLOWS;
      return become(next);
    },
    remove: (ids) => become(removeFlows(state, ids)),
  };
}
