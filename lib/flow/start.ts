import type { AuthorizeRequest } from '../oauth/authorize-request.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { firstToLeave } from './first-to-leave.ts';
import { countWith, flowWithId, takeFromIndex } from './flow-index.ts';
import { FLOW_KEY } from './flow-keys.ts';
import { identifyFlow } from './identify-flow.ts';
import type { Observation } from './observation.ts';
import { indexOf, putFlow, type Tracker } from './tracker.ts';
import { type Flow, type FlowCall, MAX_LIVE_FLOWS } from './types.ts';

/** Starts a flow at an observation, gives it what is known of its tab, and makes room when there are too many. */
export function startFlow(
  tracker: Tracker,
  observation: Observation & { readonly url: string },
  facts: Partial<Flow> & { readonly request?: AuthorizeRequest },
  catalogue: Catalogue,
): Tracker {
  const tab = tracker.tabs.get(observation.tabId);
  const pushes = pushesFor(tracker, facts.request?.values.request_uri?.value);
  const flow: Flow = {
    id: flowId(tracker, observation),
    revision: 0,
    status: 'open',
    tabId: observation.tabId,
    frameId: observation.frameId,
    ...(tab?.openerTabId === undefined ? {} : { openerTabId: tab.openerTabId }),
    ...(tab?.private === undefined ? {} : { private: tab.private }),
    ...('initiator' in observation && observation.initiator !== undefined
      ? { initiator: observation.initiator }
      : {}),
    profileId: 'oauth',
    startedAt: observation.at,
    updatedAt: observation.at,
    nested: [],
    hops: [],
    marks: [],
    eventSources: [],
    droppedHops: 0,
    observationIds: [],
    ...(pushes.length > 0 ? { calls: pushes } : {}),
    ...facts,
  };
  return evict(
    putFlow(tracker, { ...flow, profileId: facts.profileId ?? identifyFlow(flow, catalogue) }, observation),
  );
}

/**
 * An id that follows from tab, frame, URL and time, and not from which event source came first, so that a flow keeps its id
 * when events are put in order afterwards.
 */
function flowId(
  tracker: Tracker,
  { tabId, frameId, url, at }: Observation & { readonly url: string },
): string {
  const key = `${hash(`${tabId}|${frameId}|${url}|${Math.round(at / 10_000)}`)}`;
  const same = countWith(indexOf(tracker), FLOW_KEY.name(key));
  return same === 0 ? key : `${key}.${same}`;
}

/** FNV-1a over UTF-16 units in two lanes; a name, not a protection. */
function hash(text: string): string {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ ((unit << 8) | (index & 0xff)), 0x85ebca6b);
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}

/** Makes room for the newest flow, which itself stays. */
function evict(tracker: Tracker): Tracker {
  if (tracker.flows.length <= MAX_LIVE_FLOWS) return tracker;
  const index = indexOf(tracker);
  const id = firstToLeave(index, tracker.flows.at(-1)?.id) ?? tracker.flows[0]?.id ?? '';
  const flow = flowWithId(index, id);
  const flows = tracker.flows.toSpliced(flow ? tracker.flows.indexOf(flow) : 0, 1);
  return {
    ...tracker,
    flows,
    index: { ...takeFromIndex(index, id), flows },
    evicted: tracker.evicted + 1,
  };
}

/** Calls that pushed the request which this request_uri stands for (RFC 9126 section 2.2). */
function pushesFor({ flows }: Tracker, requestUri: string | undefined): readonly FlowCall[] {
  if (!requestUri?.startsWith('urn:')) return [];
  const quoted = JSON.stringify(requestUri);
  return flows
    .filter(({ kind }) => kind === 'calls')
    .flatMap(({ calls = [] }) => calls)
    .filter(({ body }) => body?.includes(quoted));
}
