import { readAuthorizeRequest } from '../oauth/authorize-request.ts';
import { readLogoutRequest } from '../oauth/logout-request.ts';
import type { TrafficNames } from '../oauth/traffic-names.ts';
import { isHttp, resolveLocation, splitUrl } from '../oauth/url.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { follows } from './after-callback.ts';
import { continuedChain } from './continued-chain.ts';
import { countWith, newestWith } from './flow-index.ts';
import { FLOW_KEY } from './flow-keys.ts';
import { handedOn } from './handlers/handed-on.ts';
import type { Observation, RequestObserved } from './observation.ts';
import { isCallbackAlone, readArrival } from './recognise.ts';
import { isOutstanding, releaseOf } from './status.ts';
import { flowOfFrame, indexOf, isInTab, type Tracker } from './tracker.ts';
import type { Flow } from './types.ts';

/** What is worth keeping of an observation. */
export type Classification = 'keep' | 'drop';

/** What of a catalogue authorization traffic is known by. */
type Names = Pick<Catalogue, 'traffic' | 'aliases'>;

/** Pages of extensions, such as our own in a tab whose callback is held, are no part of a flow. */
const OF_EXTENSION = /^(?:chrome|moz)-extension:/;

/**
 * Drops what is no authorization traffic. Decides on ordinary pages by text search alone, without parsing a URL, so that
 * they cost next to nothing; only what has a telling name is read. What a flow's own tab does is kept while the flow is open.
 */
export function classify(tracker: Tracker, observation: Observation, names: Names): Classification {
  return isWorthKeeping(tracker, observation, names) ? 'keep' : 'drop';
}

function isWorthKeeping(tracker: Tracker, observation: Observation, names: Names): boolean {
  if (
    'url' in observation &&
    OF_EXTENSION.test(observation.url) &&
    !names.traffic.inUrl.test(observation.url)
  )
    return false;
  switch (observation.kind) {
    case 'launched':
    case 'left':
    case 'shown':
    case 'opened':
    case 'identified':
    case 'pasted':
    case 'webhook':
    case 'pinned':
    case 'called':
    case 'cookies':
    case 'held':
    case 'released':
    case 'dropped':
      return true;
    case 'closed':
      return tracker.flows.some((flow) => flow.tabId === observation.tabId);
    case 'response':
    case 'request-failed':
      return belongsToRequest(tracker, observation) || carriesAnswer(observation, names);
    case 'exchange':
      return (
        isInteresting(tracker, observation, names) ||
        (hasFields(observation, names.traffic) && isTraffic(tracker, observation, names)) ||
        carriesAnswer(observation, names) ||
        continuedChain(tracker, observation) !== undefined
      );
    case 'request':
      return (
        isInteresting(tracker, observation, names) ||
        (hasFields(observation, names.traffic) && isTraffic(tracker, observation, names))
      );
    default:
      return isInteresting(tracker, observation, names);
  }
}

type Located = Observation & { readonly url: string };

function isInteresting(tracker: Tracker, observation: Located, names: Names): boolean {
  if (names.traffic.inUrl.test(observation.url) && isTraffic(tracker, observation, names)) return true;
  if (tracker.flows.length === 0) return false;
  const here = flowOfFrame(tracker, observation.tabId, observation.frameId);
  if (observation.kind === 'committed' && observation.frameId === 0)
    if (countWith(indexOf(tracker), FLOW_KEY.framed(observation.tabId)) > 0) return true;
  if (here && (isOutstanding(here) || isLate(here, observation) || continues(here, observation))) return true;
  return countWith(indexOf(tracker), FLOW_KEY.awaited(splitUrl(observation.url).base)) > 0;
}

/**
 * True when the names that made an event worth reading are those of authorization traffic: a request, a callback that
 * answers one or stands for itself, or a callback that its application hands on.
 */
function isTraffic(tracker: Tracker, observation: Located, names: Names): boolean {
  const sent = 'method' in observation ? observation : { url: observation.url, method: 'GET' };
  if (readAuthorizeRequest(sent, names.aliases) || readLogoutRequest(sent)) return true;
  const arrival = readArrival(sent, names);
  if (arrival.response.channel === 'none') return false;
  const state = arrival.response.values.state?.value;
  if (state && countWith(indexOf(tracker), FLOW_KEY.state(state)) > 0) return true;
  return isCallbackAlone(arrival) || handedOn(tracker, observation, arrival) !== undefined;
}

/** An event from before the flow's end that arrives after it: the order of the two event sources varies in Firefox. */
function isLate(flow: Flow, observation: Located): boolean {
  return observation.at <= flow.updatedAt;
}

/** The way on after a callback, by the same request, and the second sight of it. */
function continues(flow: Flow, observation: Located): boolean {
  const { hops, callback } = flow;
  if (observation.kind === 'request' && follows(flow, observation)) return true;
  if (callback?.url === observation.url || releaseOf(flow)?.released.url === observation.url) return true;
  return 'requestId' in observation && hops.at(-1)?.requestId === observation.requestId;
}

function belongsToRequest(
  tracker: Tracker,
  { tabId, requestId }: Extract<Observation, { requestId: string }>,
): boolean {
  const index = indexOf(tracker);
  return newestWith(index, FLOW_KEY.request(requestId), (flow) => isInTab(flow, tabId)) !== undefined;
}

function carriesAnswer(observation: Observation, names: Names): boolean {
  if (!('location' in observation) || observation.location === undefined) return false;
  if (!names.traffic.inUrl.test(observation.location)) return false;
  const url = resolveLocation(observation.location, observation.url);
  return url !== undefined && !isHttp(url) && isCallbackAlone(readArrival({ url, method: 'GET' }, names));
}

function hasFields({ body }: Pick<RequestObserved, 'body'>, { inUrl, inForm }: TrafficNames): boolean {
  if (body?.fields) return body.fields.some(([name]) => inForm.has(name));
  return body?.text !== undefined && inUrl.test(`?${body.text}`);
}
