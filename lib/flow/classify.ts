import { splitUrl } from '../oauth/url.ts';
import type { Observation } from './observation.ts';
import { awaitedRedirectUri } from './recognise.ts';
import { flowOfFrame, isOutstanding, type Tracker } from './tracker.ts';
import type { Flow } from './types.ts';

/** What is worth keeping of an observation. */
export type Classification = 'keep' | 'drop';

/** Names, in a query, fragment or path-like fragment, that only authorization traffic carries together with a value. */
const NAMES =
  /[?&#/!](?:response_type|responseType|client_id|clientId|ApplicationId|redirect_uri|redirect_ur[lL]|redirectUr[il]|request|request_uri|code|authorizationCode|authorization_code|error|id_token|access_token|response|state)=/;
const FIELDS = new Set([
  'code',
  'authorizationCode',
  'error',
  'id_token',
  'access_token',
  'response',
  'state',
  'client_id',
  'request',
]);

/**
 * Drops what is no authorization traffic. Decides by text search alone, without parsing a URL, so that ordinary pages
 * cost next to nothing. What a flow's own tab does is kept while the flow is open.
 */
export function classify(tracker: Tracker, observation: Observation): Classification {
  return isWorthKeeping(tracker, observation) ? 'keep' : 'drop';
}

function isWorthKeeping(tracker: Tracker, observation: Observation): boolean {
  switch (observation.kind) {
    case 'launched':
    case 'shown':
    case 'opened':
    case 'identified':
      return true;
    case 'closed':
      return tracker.flows.some((flow) => flow.tabId === observation.tabId);
    case 'response':
    case 'request-failed':
      return belongsToRequest(tracker, observation) || carriesAnswer(observation);
    case 'request':
      return hasFields(observation) || isInteresting(tracker, observation);
    default:
      return isInteresting(tracker, observation);
  }
}

type Located = Observation & { readonly url: string };

function isInteresting(tracker: Tracker, observation: Located): boolean {
  if (NAMES.test(observation.url)) return true;
  if (tracker.flows.length === 0) return false;
  const here = flowOfFrame(tracker, observation.tabId, observation.frameId);
  if (here && (isOutstanding(here) || isLate(here, observation) || continues(here, observation))) return true;
  const base = splitUrl(observation.url).base;
  return tracker.flows.some((flow) => {
    const awaited = isOutstanding(flow) ? awaitedRedirectUri(flow) : undefined;
    return awaited !== undefined && base === splitUrl(awaited).base;
  });
}

/** An event from before the flow's end that arrives after it: the order of the two witnesses varies in Firefox. */
function isLate(flow: Flow, observation: Located): boolean {
  return observation.at <= flow.updatedAt;
}

/** The way on after a callback, by the same request, and the second sight of it. */
function continues({ hops, callback }: Flow, observation: Located): boolean {
  if (callback?.url === observation.url) return true;
  return 'requestId' in observation && hops.at(-1)?.requestId === observation.requestId;
}

function belongsToRequest(
  tracker: Tracker,
  { tabId, requestId }: Extract<Observation, { requestId: string }>,
): boolean {
  return tracker.flows.some(
    (flow) => flow.tabId === tabId && flow.hops.some((hop) => hop.requestId === requestId),
  );
}

function carriesAnswer(observation: Observation): boolean {
  return (
    observation.kind === 'response' && observation.location !== undefined && NAMES.test(observation.location)
  );
}

function hasFields({ body }: Extract<Observation, { kind: 'request' }>): boolean {
  if (body?.fields) return body.fields.some(([name]) => FIELDS.has(name));
  return body?.text !== undefined && NAMES.test(`?${body.text}`);
}
