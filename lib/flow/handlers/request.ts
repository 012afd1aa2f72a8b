import { type AuthorizeRequest, readAuthorizeRequest } from '../../oauth/authorize-request.ts';
import type { Catalogue } from '../../providers/catalogue.ts';
import { abandon } from '../abandon.ts';
import { follows, withoutCredentials } from '../after-callback.ts';
import { changeCallback, withCallback } from '../callback.ts';
import { newestWith } from '../flow-index.ts';
import { FLOW_KEY } from '../flow-keys.ts';
import { addHop, isRepeat } from '../hops.ts';
import { nextRound } from '../login-loop.ts';
import type { RequestObserved } from '../observation.ts';
import { grantedBy } from '../outcome.ts';
import {
  flowAnsweredBy,
  isCallbackAlone,
  pendingNested,
  type ReadArrival,
  readArrival,
  recognise,
} from '../recognise.ts';
import { relate } from '../relate.ts';
import { startFlow } from '../start.ts';
import { isBlockedHop, isOutstanding } from '../status.ts';
import { flowOfFrame, indexOf, putFlow, type Tracker } from '../tracker.ts';
import type { Flow } from '../types.ts';

import { handedOn } from './handed-on.ts';
import { beginLogout, logoutReturn } from './logout.ts';
import { answerable, isHereOf } from './places.ts';
import { releasedDelivery } from './released.ts';
import { launchWaitingFor } from './waiting-launch.ts';

/** A request leaves the browser: the start of a flow, one of its hops, or its callback. */
export function onRequest(tracker: Tracker, observation: RequestObserved, catalogue: Catalogue): Tracker {
  const released = releasedDelivery(tracker, observation);
  if (released) return released;
  const here = flowOfFrame(tracker, observation.tabId, observation.frameId);
  if (here && isRepeat(here, observation)) return putFlow(tracker, here, observation);
  const returned = logoutReturn(tracker, observation);
  if (returned) return returned;
  const arrival = readArrival(observation, catalogue);
  return (
    knownCallback(tracker, observation, arrival, catalogue) ??
    answer(tracker, observation, arrival, catalogue) ??
    authorize(tracker, observation, here, catalogue) ??
    allowance(tracker, observation, arrival, here, catalogue)
  );
}

/** The request of a callback that another event source told of first; what it carries is more than the other could know. */
function knownCallback(
  tracker: Tracker,
  observation: RequestObserved,
  arrival: ReadArrival,
  catalogue: Catalogue,
): Tracker | undefined {
  const flow = newestWith(
    indexOf(tracker),
    FLOW_KEY.url(observation.url),
    ({ callback, tabId, hops }) =>
      callback?.url === observation.url &&
      tabId === observation.tabId &&
      !hops.some((hop) => hop.role === 'callback' && !hop.unrequested),
  );
  if (!flow?.callback) return undefined;
  const { at, delivery, recognition } = flow.callback;
  const submitted = withCallback(
    flow,
    arrival,
    recognise(flow, arrival) ?? recognition,
    Math.min(at, observation.at),
    delivery,
    catalogue,
  );
  const known = { ...submitted, hops: submitted.hops.filter(({ unrequested }) => !unrequested) };
  return putFlow(tracker, addHop(known, observation, 'callback'), observation);
}

function answer(
  tracker: Tracker,
  observation: RequestObserved,
  arrival: ReadArrival,
  catalogue: Catalogue,
): Tracker | undefined {
  const answered = flowAnsweredBy(answerable(tracker, observation, arrival), arrival, isHereOf(observation));
  if (!answered) return undefined;
  const flow = withCallback(
    answered.flow,
    arrival,
    answered.recognition,
    observation.at,
    'pending',
    catalogue,
  );
  const elsewhere = flow.tabId === observation.tabId ? {} : { tabId: observation.tabId };
  return putFlow(tracker, addHop(changeCallback(flow, elsewhere), observation, 'callback'), observation);
}

function authorize(
  tracker: Tracker,
  observation: RequestObserved,
  here: Flow | undefined,
  catalogue: Catalogue,
): Tracker | undefined {
  const request = readAuthorizeRequest(observation, catalogue.aliases);
  const launched = launchWaitingFor(tracker, observation);
  if (launched) {
    const { tabId, frameId } = observation;
    return putFlow(
      tracker,
      addHop({ ...launched, tabId, frameId }, observation, 'authorize request'),
      observation,
    );
  }
  if (!request) return beginLogout(tracker, observation, here, catalogue);
  if (!here || !isOutstanding(here)) return begin(tracker, observation, request, catalogue);
  const first = here.hops[0];
  if (here.hops.length === 1 && first?.url === observation.url && isBlockedHop(first))
    return putFlow(tracker, addHop({ ...here, hops: [] }, observation, 'authorize request'), observation);
  const relation = relate(here, request, observation);
  if (relation === 'start')
    return putFlow(tracker, addHop(here, observation, 'authorize request'), observation);
  if (relation === 'reloaded') {
    const marks = [...here.marks, 'reloaded'] as const;
    return putFlow(tracker, addHop({ ...here, marks }, observation, 'authorize request'), observation);
  }
  if (relation === 'same') return putFlow(tracker, addHop(here, observation, 'provider'), observation);
  if (relation === 'again') {
    return begin(
      putFlow(tracker, abandon(here, 'started again', observation.at), observation),
      observation,
      request,
      catalogue,
    );
  }
  const { redirect_uri, state } = request.values;
  const inner = {
    ...(redirect_uri ? { redirectUri: redirect_uri.value } : {}),
    ...(state ? { state: state.value } : {}),
  };
  return putFlow(
    tracker,
    addHop({ ...here, nested: [...here.nested, inner] }, observation, 'broker'),
    observation,
  );
}

function begin(
  tracker: Tracker,
  observation: RequestObserved,
  request: AuthorizeRequest,
  catalogue: Catalogue,
): Tracker {
  const before = flowOfFrame(tracker, observation.tabId, observation.frameId);
  const round = before && nextRound(before, request, observation);
  const restarted =
    round && before?.callback && grantedBy(before.callback.response)
      ? putFlow(tracker, { ...before, restartedAt: observation.at }, observation)
      : tracker;
  const started = startFlow(restarted, observation, { request, ...(round ? { round } : {}) }, catalogue);
  const flow = started.flows.at(-1);
  return flow ? putFlow(started, addHop(flow, observation, 'authorize request'), observation) : started;
}

/** Neither a request nor an awaited callback: a hop of the open flow, the way on after a callback, or a callback alone. */
function allowance(
  tracker: Tracker,
  observation: RequestObserved,
  arrival: ReadArrival,
  here: Flow | undefined,
  catalogue: Catalogue,
): Tracker {
  if (here && isOutstanding(here)) {
    const broker =
      here.nested.length > 0 && here.hops.at(-1)?.role === 'broker' && arrival.response.channel === 'none';
    const answered = arrival.response.channel === 'none' ? here : withAnsweredNested(here);
    return putFlow(tracker, addHop(answered, observation, broker ? 'broker' : 'provider'), observation);
  }
  const handed = handedOn(tracker, observation, arrival);
  const other = !handed && here !== undefined && isOfAnother(here, observation, arrival);
  const inChain = here?.hops.at(-1)?.requestId === observation.requestId && !other;
  if (here?.callback && (inChain || here.callback.url === observation.url)) {
    return putFlow(tracker, addHop(here, observation, 'after callback'), observation);
  }
  if (!handed && !other && here && follows(here, observation)) {
    const { body: _, ...page } = observation;
    const seen = { ...page, url: withoutCredentials(observation.url) };
    return putFlow(tracker, addHop(here, seen, 'after callback'), observation);
  }
  if (handed) return putFlow(tracker, addHop(handed, observation, 'after callback'), observation);
  if (!isCallbackAlone(arrival)) return tracker;
  const started = startFlow(tracker, observation, {}, catalogue);
  const flow = started.flows.at(-1);
  if (!flow) return started;
  const submitted = withCallback(flow, arrival, 'parameters', observation.at, 'pending', catalogue);
  return putFlow(started, addHop(submitted, observation, 'callback'), observation);
}

/**
 * True for a callback of another attempt, whose request was not seen: it has another state, and no redirect of the flow's
 * own callback led to it.
 */
function isOfAnother(
  { callback, hops }: Flow,
  { requestId }: RequestObserved,
  arrival: ReadArrival,
): boolean {
  if (!callback || !isCallbackAlone(arrival)) return false;
  if (hops.some((hop) => hop.role === 'callback' && hop.requestId === requestId)) return false;
  const { state } = arrival.response.values;
  return state !== undefined && state.value !== callback.response.values.state?.value;
}

/** What came back to the provider from a nested authorization whose redirect URI is not visible. */
function withAnsweredNested(flow: Flow): Flow {
  const inner = pendingNested(flow);
  return inner
    ? { ...flow, nested: flow.nested.with(flow.nested.lastIndexOf(inner), { ...inner, answered: true }) }
    : flow;
}
