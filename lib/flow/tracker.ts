import {
  EMPTY_INDEX,
  type FlowIndex,
  flowWithId,
  indexFlows,
  newestWith,
  putIntoIndex,
  takeFromIndex,
} from './flow-index.ts';
import { FLOW_KEY } from './flow-keys.ts';
import { flowMarks } from './marks.ts';
import type { Observation } from './observation.ts';
import { outcomeOf } from './outcome.ts';
import { statusOf } from './outcome-types.ts';
import type { Flow } from './types.ts';

/** What is known of a tab. */
export interface TabFacts {
  readonly openerTabId?: number;
  readonly private?: boolean;
}

/** Everything the reducer carries from one observation to the next. Immutable. */
export interface Tracker {
  /** In order of their start. */
  readonly flows: readonly Flow[];
  readonly tabs: ReadonlyMap<number, TabFacts>;
  /** Settled flows that left because there were too many. */
  readonly evicted: number;
  /** Of {@link flows}; of another list where that was replaced without it, and then made again. */
  readonly index: FlowIndex;
}

export const EMPTY_TRACKER: Tracker = {
  flows: EMPTY_INDEX.flows,
  tabs: new Map(),
  evicted: 0,
  index: EMPTY_INDEX,
};

/** Finds flows of a tracker without walking over all of them. */
export function indexOf({ flows, index }: Pick<Tracker, 'flows' | 'index'>): FlowIndex {
  return index.flows === flows ? index : indexFlows(flows);
}

/** The newest flow that satisfies a condition. Walks over all of them: for what a person does, not for each request. */
export function newestFlow(tracker: Tracker, accept: (flow: Flow) => boolean): Flow | undefined {
  return tracker.flows.findLast(accept);
}

/** The newest flow of a frame. */
export function flowOfFrame(tracker: Tracker, tabId: number, frameId: number): Flow | undefined {
  return newestWith(indexOf(tracker), FLOW_KEY.frame(tabId, frameId));
}

/** The tracker without some of its flows. */
export function takeFlows(tracker: Tracker, isGone: (flow: Flow) => boolean): Tracker {
  const kept = tracker.flows.filter((flow) => !isGone(flow));
  const index = tracker.flows
    .filter(isGone)
    .reduce((current, { id }) => takeFromIndex(current, id), indexOf(tracker));
  return { ...tracker, flows: kept, index: { ...index, flows: kept } };
}

/** True for a flow of a tab, and for one whose callback arrived there. */
export function isInTab({ tabId, callback }: Flow, tab: number): boolean {
  return tabId === tab || callback?.tabId === tab;
}

/** Puts a changed flow in the place of its former self, with all that follows from its facts derived again. */
export function putFlow(tracker: Tracker, flow: Flow, observation: Observation): Tracker {
  const noted = note(flow, observation);
  const index = indexOf(tracker);
  const former = flowWithId(index, flow.id);
  const at = former ? tracker.flows.lastIndexOf(former) : -1;
  const flows = at < 0 ? [...tracker.flows, noted] : tracker.flows.with(at, noted);
  return { ...tracker, flows, index: { ...putIntoIndex(index, noted), flows } };
}

function note(flow: Flow, observation: Observation): Flow {
  const observationIds = flow.observationIds.includes(observation.id)
    ? flow.observationIds
    : [...flow.observationIds, observation.id];
  const eventSources = flow.eventSources.includes(observation.eventSource)
    ? flow.eventSources
    : [...flow.eventSources, observation.eventSource].sort();
  const noted: Flow = {
    ...flow,
    observationIds,
    eventSources,
    revision: observationIds.length,
    updatedAt: Math.max(flow.updatedAt, observation.at),
  };
  const marked = { ...noted, marks: flowMarks(noted) };
  return { ...marked, status: statusOf(outcomeOf(marked)) };
}
