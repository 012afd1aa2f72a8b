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
}

export const EMPTY_TRACKER: Tracker = { flows: [], tabs: new Map(), evicted: 0 };

/** The newest flow that satisfies a condition. */
export function newestFlow(tracker: Tracker, accept: (flow: Flow) => boolean): Flow | undefined {
  return tracker.flows.findLast(accept);
}

/** The newest flow of a frame. */
export function flowOfFrame(tracker: Tracker, tabId: number, frameId: number): Flow | undefined {
  return newestFlow(tracker, (flow) => flow.tabId === tabId && flow.frameId === frameId);
}

/** True for a flow of a tab, and for one whose callback arrived there. */
export function isInTab({ tabId, callback }: Flow, tab: number): boolean {
  return tabId === tab || callback?.tabId === tab;
}

/** True while a flow still waits for its callback. */
export function isOutstanding(flow: Flow): boolean {
  return flow.callback === undefined && flow.abandoned === undefined;
}

/** Puts a changed flow in the place of its former self, with all that follows from its facts derived anew. */
export function putFlow(tracker: Tracker, flow: Flow, observation: Observation): Tracker {
  const noted = note(flow, observation);
  const index = tracker.flows.findLastIndex((known) => known.id === flow.id);
  const flows = index < 0 ? [...tracker.flows, noted] : tracker.flows.with(index, noted);
  return { ...tracker, flows };
}

function note(flow: Flow, observation: Observation): Flow {
  const observationIds = flow.observationIds.includes(observation.id)
    ? flow.observationIds
    : [...flow.observationIds, observation.id];
  const witnesses = flow.witnesses.includes(observation.witness)
    ? flow.witnesses
    : [...flow.witnesses, observation.witness].sort();
  const noted: Flow = {
    ...flow,
    observationIds,
    witnesses,
    revision: observationIds.length,
    updatedAt: Math.max(flow.updatedAt, observation.at),
  };
  const marked = { ...noted, marks: flowMarks(noted) };
  return { ...marked, status: statusOf(outcomeOf(marked)) };
}
