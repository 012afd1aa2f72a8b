import type { TrafficNames } from '../oauth/traffic-names.ts';
import { splitUrl } from '../oauth/url.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { frameKey, indexOf } from './flow-index.ts';
import type { Observation } from './observation.ts';
import { isInTab, isOutstanding, type Tracker } from './tracker.ts';
import type { Flow } from './types.ts';

/** What is worth keeping of an observation. */
export type Classification = 'keep' | 'drop';

/** Pages of extensions, such as our own in a tab whose callback is held, are no part of a flow. */
const OF_EXTENSION = /^(?:chrome|moz)-extension:/;

/**
 * Drops what is no authorization traffic. Decides by text search alone, without parsing a URL, so that ordinary pages
 * cost next to nothing. What a flow's own tab does is kept while the flow is open.
 */
export function classify(
  tracker: Tracker,
  observation: Observation,
  { traffic }: Pick<Catalogue, 'traffic'>,
): Classification {
  return isWorthKeeping(tracker, observation, traffic) ? 'keep' : 'drop';
}

function isWorthKeeping(tracker: Tracker, observation: Observation, names: TrafficNames): boolean {
  if ('url' in observation && OF_EXTENSION.test(observation.url) && !names.inUrl.test(observation.url))
    return false;
  switch (observation.kind) {
    case 'launched':
    case 'shown':
    case 'opened':
    case 'identified':
    case 'pasted':
    case 'webhook':
    case 'pinned':
    case 'called':
    case 'held':
    case 'released':
    case 'dropped':
      return true;
    case 'closed':
      return tracker.flows.some((flow) => flow.tabId === observation.tabId);
    case 'response':
    case 'request-failed':
      return belongsToRequest(tracker, observation) || carriesAnswer(observation, names);
    case 'request':
      return hasFields(observation, names) || isInteresting(tracker, observation, names);
    default:
      return isInteresting(tracker, observation, names);
  }
}

type Located = Observation & { readonly url: string };

function isInteresting(tracker: Tracker, observation: Located, { inUrl }: TrafficNames): boolean {
  if (inUrl.test(observation.url)) return true;
  if (tracker.flows.length === 0) return false;
  const index = indexOf(tracker.flows);
  const here = index.ofFrame.get(frameKey(observation.tabId, observation.frameId));
  if (here && (isOutstanding(here) || isLate(here, observation) || continues(here, observation))) return true;
  return index.awaited.size > 0 && index.awaited.has(splitUrl(observation.url).base);
}

/** An event from before the flow's end that arrives after it: the order of the two witnesses varies in Firefox. */
function isLate(flow: Flow, observation: Located): boolean {
  return observation.at <= flow.updatedAt;
}

/** The way on after a callback, by the same request, and the second sight of it. */
function continues({ hops, callback, hold }: Flow, observation: Located): boolean {
  if (callback?.url === observation.url || hold?.released?.url === observation.url) return true;
  return 'requestId' in observation && hops.at(-1)?.requestId === observation.requestId;
}

function belongsToRequest(
  tracker: Tracker,
  { tabId, requestId }: Extract<Observation, { requestId: string }>,
): boolean {
  return tracker.flows.some(
    (flow) => isInTab(flow, tabId) && flow.hops.some((hop) => hop.requestId === requestId),
  );
}

function carriesAnswer(observation: Observation, { inUrl }: TrafficNames): boolean {
  return (
    observation.kind === 'response' && observation.location !== undefined && inUrl.test(observation.location)
  );
}

function hasFields(
  { body }: Extract<Observation, { kind: 'request' }>,
  { inUrl, inForm }: TrafficNames,
): boolean {
  if (body?.fields) return body.fields.some(([name]) => inForm.has(name));
  return body?.text !== undefined && inUrl.test(`?${body.text}`);
}
