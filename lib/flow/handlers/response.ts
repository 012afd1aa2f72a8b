import { isHttp, resolveLocation } from '../../oauth/url.ts';
import type { Catalogue } from '../../providers/catalogue.ts';
import { changeCallback, withCallback } from '../callback.ts';
import { newestWith } from '../flow-index.ts';
import { FLOW_KEY } from '../flow-keys.ts';
import { isSilent } from '../flow-kind.ts';
import { forbidsFrames, isFrameRefusal, refuseFrame } from '../framing.ts';
import { changeHop } from '../hops.ts';
import { mayHaveAnswered } from '../may-have-answered.ts';
import type { RequestFailed, ResponseObserved } from '../observation.ts';
import { isCallbackAlone, readArrival, recognise } from '../recognise.ts';
import { startFlow } from '../start.ts';
import { isOutstanding } from '../status.ts';
import { indexOf, isInTab, putFlow, type Tracker } from '../tracker.ts';
import type { Flow, Hop } from '../types.ts';
import { isUndecided } from './held.ts';

/** The head of an answer: status and `Location` of a hop, and perhaps the first sight of a callback. */
export function onResponse(tracker: Tracker, observation: ResponseObserved, catalogue: Catalogue): Tracker {
  const { requestId, status, location, at } = observation;
  const flow = flowOfRequest(tracker, observation.tabId, requestId);
  if (!flow) return callbackAlone(tracker, observation, catalogue);
  const hop = flow.hops.findLast(isUnanswered(requestId));
  if (!hop) return tracker;
  const answered = changeHop(flow, isUnanswered(requestId), (known) => ({
    ...known,
    status,
    respondedAt: at,
    ...(location === undefined ? {} : { location }),
    ...(observation.referrerPolicy === undefined ? {} : { referrerPolicy: observation.referrerPolicy }),
    ...(observation.framing === undefined ? {} : { framing: observation.framing }),
  }));
  const delivered =
    hop.role === 'callback' ? changeCallback(answered, { delivery: 'answered', status }) : answered;
  const known = foreseeCallback(delivered, hop, observation, catalogue);
  return putFlow(tracker, endAtAnswer(known, observation), observation);
}

/** Answers after which no callback comes: a page that forbids frames, and one that sends a silent answer by postMessage. */
function endAtAnswer(flow: Flow, { framing, location, at }: ResponseObserved): Flow {
  if (!isOutstanding(flow) || location !== undefined) return flow;
  if (framing !== undefined && forbidsFrames(framing)) return refuseFrame(flow, flow.hops.at(-1), at);
  return isSilent(flow) && mayHaveAnswered(flow) ? { ...flow, end: { kind: 'post-message', at } } : flow;
}

/** A redirect names the callback before the browser goes there; an application's own scheme is never requested at all. */
function foreseeCallback(
  flow: Flow,
  hop: Hop,
  { url, status, location, at }: ResponseObserved,
  catalogue: Catalogue,
): Flow {
  const target =
    location === undefined || flow.callback || flow.logout ? undefined : resolveLocation(location, url);
  if (target === undefined) return flow;
  const keepsMethod = status === 307 || status === 308;
  const arrival = readArrival(
    {
      url: target,
      method: keepsMethod ? hop.method : 'GET',
      ...(keepsMethod && hop.body ? { body: hop.body } : {}),
    },
    catalogue,
  );
  const recognition = recognise(flow, arrival);
  return recognition ? withCallback(flow, arrival, recognition, at, 'pending', catalogue) : flow;
}

/** A redirect to an application's scheme in a flow whose request nobody saw. */
function callbackAlone(tracker: Tracker, observation: ResponseObserved, catalogue: Catalogue): Tracker {
  const { location, url, at } = observation;
  const target = location === undefined ? undefined : resolveLocation(location, url);
  if (target === undefined || isHttp(target)) return tracker;
  const arrival = readArrival({ url: target, method: 'GET' }, catalogue);
  if (!isCallbackAlone(arrival)) return tracker;
  const started = startFlow(tracker, { ...observation, url: target }, {}, catalogue);
  const flow = started.flows.at(-1);
  return flow
    ? putFlow(started, withCallback(flow, arrival, 'parameters', at, 'handed over', catalogue), observation)
    : started;
}

/** A request ended without an answer. */
export function onRequestFailed(tracker: Tracker, observation: RequestFailed): Tracker {
  const { requestId, error } = observation;
  const flow = flowOfRequest(tracker, observation.tabId, requestId);
  if (!flow) return tracker;
  const hop = flow.hops.findLast((known) => known.requestId === requestId);
  if (hop && isOutstanding(flow) && isFrameRefusal(error))
    return putFlow(tracker, refuseFrame(flow, hop, observation.at), observation);
  if (!hop || hop.status !== undefined) return tracker;
  const failed = changeHop(
    flow,
    (known) => known === hop,
    (known) => ({ ...known, error, respondedAt: observation.at }),
  );
  const submitted =
    hop.role === 'callback' && isUndecided(flow)
      ? changeCallback(failed, { delivery: 'unreachable', error })
      : failed;
  return putFlow(tracker, submitted, observation);
}

function isUnanswered(requestId: string): (hop: Hop) => boolean {
  return (hop) => hop.requestId === requestId && hop.status === undefined;
}

function flowOfRequest(tracker: Tracker, tabId: number, requestId: string): Flow | undefined {
  return newestWith(indexOf(tracker), FLOW_KEY.request(requestId), (flow) => isInTab(flow, tabId));
}
