import { readAuthorizeRequest } from '../../oauth/authorize-request.ts';
import { isHttp, originOf } from '../../oauth/url.ts';
import type { Catalogue } from '../../providers/catalogue.ts';
import { abandon } from '../abandon.ts';
import { changeCallback, withCallback } from '../callback.ts';
import { flowsWith } from '../flow-index.ts';
import { FLOW_KEY, hrefOf } from '../flow-keys.ts';
import { isFrameRefusal, refuseFrame } from '../framing.ts';
import { mayHaveAnswered } from '../may-have-answered.ts';
import type {
  CallbackShown,
  NavigationCommitted,
  NavigationFailed,
  NavigationStarted,
} from '../observation.ts';
import { flowAnsweredBy, hasVisited, isCallbackAlone, readArrival } from '../recognise.ts';
import { startFlow } from '../start.ts';
import { isOutstanding } from '../status.ts';
import { flowOfFrame, indexOf, putFlow, type Tracker } from '../tracker.ts';
import type { Delivery, Flow } from '../types.ts';
import { handedOn } from './handed-on.ts';
import { logoutReturn } from './logout.ts';
import { answerable, isHereOf } from './places.ts';
import { launchWaitingFor } from './waiting-launch.ts';

type Sight = NavigationStarted | NavigationCommitted | NavigationFailed | CallbackShown;

/** A navigation begins: the only sight of an authorize request on a host to which there is no access. */
export function onNavigating(
  tracker: Tracker,
  observation: NavigationStarted,
  catalogue: Catalogue,
): Tracker {
  const launched = launchWaitingFor(tracker, observation);
  if (launched) return putFlow(tracker, { ...launched, tabId: observation.tabId }, observation);
  const known = reportedBy(tracker, observation, 'pending');
  if (known) return known;
  const request = readAuthorizeRequest({ url: observation.url }, catalogue.aliases);
  if (!request) return answered(tracker, observation, 'pending', catalogue) ?? tracker;
  const here = flowOfFrame(tracker, observation.tabId, observation.frameId);
  if (here && isOutstanding(here)) return tracker;
  return startFlow(tracker, observation, { request }, catalogue);
}

/** A document was committed. */
export function onCommitted(
  tracker: Tracker,
  observation: NavigationCommitted,
  catalogue: Catalogue,
): Tracker {
  const left = observation.byPerson ? leave(tracker, observation, catalogue) : undefined;
  const next =
    left ??
    logoutReturn(tracker, observation) ??
    reportedBy(tracker, observation, 'answered') ??
    answered(tracker, observation, 'answered', catalogue) ??
    tracker;
  return observation.frameId === 0 ? endFrames(next, observation) : next;
}

/** A new page in the main frame takes the frames of the old one away. */
function endFrames(tracker: Tracker, observation: NavigationCommitted): Tracker {
  const { at, tabId } = observation;
  return flowsWith(indexOf(tracker), [FLOW_KEY.framed(tabId)]).reduce((current, flow) => {
    const end = { kind: mayHaveAnswered(flow) ? 'post-message' : 'frame-removed', at } as const;
    return putFlow(current, { ...flow, end }, observation);
  }, tracker);
}

/**
 * A callback that was committed without any request for it, at the end of hops that were seen: a service worker answered
 * it, or there is no access to its host. It is a hop all the same.
 */
function withUnrequestedHop(flow: Flow, { url, at, id }: Sight): Flow {
  const { callback, hops } = flow;
  if (callback?.url !== url || hops.length === 0 || hops.some(({ role }) => role === 'callback')) return flow;
  const hop = { requestId: id, method: 'GET', url, role: 'callback', cause: 'redirect', at } as const;
  return { ...flow, hops: [...hops, { ...hop, unrequested: true }] };
}

/** A navigation failed: nobody listens there, or its scheme belongs to an application. */
export function onNavigationFailed(
  tracker: Tracker,
  observation: NavigationFailed,
  catalogue: Catalogue,
): Tracker {
  const here = flowOfFrame(tracker, observation.tabId, observation.frameId);
  if (here && isOutstanding(here) && isFrameRefusal(observation.error))
    return putFlow(tracker, refuseFrame(here, here.hops.at(-1), observation.at), observation);
  const known = reportedBy(tracker, observation, 'unreachable');
  return known ?? answered(tracker, observation, 'unreachable', catalogue) ?? tracker;
}

/** A tab shows a callback that no listener reported. */
export function onShown(tracker: Tracker, observation: CallbackShown, catalogue: Catalogue): Tracker {
  return (
    reportedBy(tracker, observation, 'shown') ?? answered(tracker, observation, 'shown', catalogue) ?? tracker
  );
}

/** The second sight of what is known: the callback, or the last hop of the frame. */
function reportedBy(tracker: Tracker, observation: Sight, delivery: Delivery): Tracker | undefined {
  const { url } = observation;
  const sighted = flowsWith(indexOf(tracker), [FLOW_KEY.url(url), FLOW_KEY.url(hrefOf(url))]);
  const flow = sighted.findLast(({ tabId }) => tabId === observation.tabId);
  if (!flow) return undefined;
  const { callback } = flow;
  if (callback?.url !== observation.url || callback.delivery !== 'pending' || delivery === 'pending') {
    return putFlow(tracker, flow, observation);
  }
  const error = observation.kind === 'navigation-failed' ? { error: observation.error } : {};
  const submitted = changeCallback(flow, { delivery, ...error });
  return putFlow(
    tracker,
    delivery === 'answered' ? withUnrequestedHop(submitted, observation) : submitted,
    observation,
  );
}

function answered(
  tracker: Tracker,
  observation: Sight,
  delivery: Delivery,
  catalogue: Catalogue,
): Tracker | undefined {
  const arrival = readArrival({ url: observation.url, method: 'GET' }, catalogue);
  const missed = observation.kind === 'shown' ? (['missed'] as const) : [];
  const found = flowAnsweredBy(answerable(tracker, observation, arrival), arrival, isHereOf(observation));
  if (found) {
    const flow = withCallback(found.flow, arrival, found.recognition, observation.at, delivery, catalogue);
    const whole = delivery === 'answered' ? withUnrequestedHop(flow, observation) : flow;
    return putFlow(tracker, { ...whole, marks: [...flow.marks, ...missed] }, observation);
  }
  const here = flowOfFrame(tracker, observation.tabId, observation.frameId);
  if (here && isOutstanding(here)) return undefined;
  if (handedOn(tracker, observation, arrival)) return tracker;
  if (!isCallbackAlone(arrival)) return undefined;
  const started = startFlow(tracker, observation, { marks: missed }, catalogue);
  const flow = started.flows.at(-1);
  return (
    flow &&
    putFlow(
      started,
      withCallback(flow, arrival, 'parameters', observation.at, delivery, catalogue),
      observation,
    )
  );
}

/**
 * A person went elsewhere by the address bar, or back: the open flow is over, and where they went is none of its hops. A
 * page from the back/forward cache is never requested, so that the redirect URI without parameters is no answer either.
 */
function leave(
  tracker: Tracker,
  observation: NavigationCommitted,
  catalogue: Catalogue,
): Tracker | undefined {
  const flow = flowOfFrame(tracker, observation.tabId, observation.frameId);
  if (!flow || !isHttp(observation.url)) return undefined;
  if (flow.abandoned) return undefined;
  const last = flow.hops.at(-1);
  if (flow.callback === undefined && last?.url !== observation.url)
    return leaveToCached(tracker, flow, observation, catalogue);
  const chain = flow.hops.findIndex((hop) => hop.requestId === last?.requestId);
  if (last === undefined || chain <= 0) return undefined;
  const before: Flow = { ...flow, hops: flow.hops.slice(0, chain) };
  if (flow.callback) return leaveSilentCallback(tracker, before, observation);
  if (hasVisited(before, observation.url)) return undefined;
  const left = putFlow(tracker, abandon(before, 'left by the user', observation.at), observation);
  return answered(left, observation, 'answered', catalogue) ?? left;
}

function leaveToCached(
  tracker: Tracker,
  flow: Flow,
  observation: NavigationCommitted,
  catalogue: Catalogue,
): Tracker | undefined {
  const { url } = observation;
  const stays = hasVisited(flow, url) || originOf(flow.request?.url ?? '') === originOf(url);
  if (stays || !isOutstanding(flow)) return undefined;
  if (readArrival({ url, method: 'GET' }, catalogue).response.channel !== 'none') return undefined;
  return putFlow(tracker, abandon(flow, 'left by the user', observation.at), observation);
}

/** The redirect URI opened by hand, without any parameter, is no answer. */
function leaveSilentCallback(
  tracker: Tracker,
  before: Flow,
  observation: NavigationCommitted,
): Tracker | undefined {
  if (before.callback?.response.channel !== 'none' || before.callback.url !== observation.url)
    return undefined;
  const { callback: _, ...flow } = before;
  return putFlow(tracker, { ...flow, abandoned: 'left by the user' }, observation);
}
