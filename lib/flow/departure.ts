import { readAuthorizeRequest } from '../oauth/authorize-request.ts';
import { readLogoutRequest } from '../oauth/logout-request.ts';
import { isHttp, originOf, resolveLocation, splitUrl } from '../oauth/url.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { answerable, isHereOf } from './handlers/places.ts';
import { launchWaitingFor } from './handlers/waiting-launch.ts';
import type { NavigationCommitted, Observation, RequestObserved, TabLeft } from './observation.ts';
import { awaitedRedirectUri, flowAnsweredBy, isCallbackAlone, readArrival } from './recognise.ts';
import { isOutstanding } from './status.ts';
import { flowOfFrame, type Tracker } from './tracker.ts';
import type { Flow, Hop } from './types.ts';

/**
 * What is recorded instead of a navigation by which a tab leaves its open flow; undefined when it stays in it.
 *
 * To the flow belong its redirects, the origins on which the provider's side was seen or to which it redirected, the
 * client's origin, and wherever a page of the provider's side leads by a form, a script, or a link that carries something
 * on. It ends when the browser's own interface, a page from elsewhere or a page of the client leads to another origin, or
 * when a plain link does. Where it led to is not recorded.
 */
export function departure(
  tracker: Tracker,
  observation: Observation,
  catalogue: Catalogue,
): TabLeft | undefined {
  if (observation.kind !== 'request' && observation.kind !== 'committed') return undefined;
  const flow = flowOfFrame(tracker, observation.tabId, observation.frameId);
  if (!flow || !isOutstanding(flow) || !isHttp(observation.url)) return undefined;
  if (flow.hops.length === 0 && flow.request === undefined) return undefined;
  return observation.kind === 'request'
    ? byRequest(tracker, flow, observation, catalogue)
    : byCommitted(tracker, flow, observation, catalogue);
}

function byRequest(
  tracker: Tracker,
  flow: Flow,
  observation: RequestObserved,
  catalogue: Catalogue,
): TabLeft | undefined {
  const { requestId, url, method, body, initiator, browserInitiated } = observation;
  if (initiator === undefined && !browserInitiated) return undefined;
  if (initiator === 'null' || flow.hops.some((hop) => hop.requestId === requestId)) return undefined;
  const provider = providerOrigins(flow);
  if (isOfFlow(flow, provider, url)) return undefined;
  if (initiator !== undefined && provider.has(originOf(initiator))) return undefined;
  if (launchWaitingFor(tracker, observation) || readLogoutRequest(observation)) return undefined;
  if (
    readAuthorizeRequest({ url, method, ...(body ? { body } : {}) }, catalogue.aliases) ||
    isAnswer(tracker, observation, catalogue)
  )
    return undefined;
  return left(observation);
}

/** Only now the browser says by what a page was left; its hops were taken for the flow's. */
function byCommitted(
  tracker: Tracker,
  flow: Flow,
  observation: NavigationCommitted,
  catalogue: Catalogue,
): TabLeft | undefined {
  if (!observation.byPerson && !observation.byLink) return undefined;
  const last = flow.hops.at(-1);
  if (last === undefined || last.url !== observation.url) {
    if (!observation.byPerson || isOfFlow(flow, providerOrigins(flow), observation.url)) return undefined;
    if (readAuthorizeRequest({ url: observation.url }, catalogue.aliases)) return undefined;
    return isAnswer(tracker, observation, catalogue) ? undefined : left(observation);
  }
  const chain = flow.hops.findIndex((hop) => hop.requestId === last.requestId);
  const first = flow.hops[chain];
  if (chain <= 0 || first === undefined) return undefined;
  const before: Flow = { ...flow, hops: flow.hops.slice(0, chain) };
  if (isOfFlow(before, providerOrigins(before), first.url)) return undefined;
  if (!observation.byPerson && carriesOn(before, first)) return undefined;
  if (
    readAuthorizeRequest({ url: observation.url }, catalogue.aliases) ||
    isAnswer(tracker, observation, catalogue)
  )
    return undefined;
  return { ...left(observation), requestId: last.requestId };
}

function left({ id, at, tabId, frameId, eventSource }: Observation): TabLeft {
  return { id, at, tabId, frameId, eventSource, kind: 'left' };
}

function isAnswer(
  tracker: Tracker,
  observation: RequestObserved | NavigationCommitted,
  catalogue: Catalogue,
): boolean {
  const body = observation.kind === 'request' ? observation.body : undefined;
  const method = observation.kind === 'request' ? observation.method : 'GET';
  const arrival = readArrival({ url: observation.url, method, ...(body ? { body } : {}) }, catalogue);
  if (isCallbackAlone(arrival)) return true;
  return (
    flowAnsweredBy(answerable(tracker, observation, arrival), arrival, isHereOf(observation)) !== undefined
  );
}

function isOfFlow(flow: Flow, provider: ReadonlySet<string>, url: string): boolean {
  const origin = originOf(url);
  return provider.has(origin) || clientOrigins(flow).has(origin);
}

/** Where the client is, as its redirect URI and the page that started the flow say. */
function clientOrigins(flow: Flow): ReadonlySet<string> {
  const redirectUri = awaitedRedirectUri(flow);
  return new Set([
    ...(redirectUri === undefined ? [] : [originOf(redirectUri)]),
    ...(flow.initiator === undefined ? [] : [flow.initiator]),
  ]);
}

/** Origins of the provider's side: those that were requested, and those to which they redirected. */
function providerOrigins(flow: Flow): ReadonlySet<string> {
  const origins = new Set<string>();
  for (const { role, url, location } of flow.hops) {
    if (role === 'callback' || role === 'after callback') continue;
    origins.add(originOf(url));
    const target = location === undefined ? undefined : resolveLocation(location, url);
    if (target !== undefined) origins.add(originOf(target));
  }
  for (const origin of clientOrigins(flow)) origins.delete(origin);
  if (flow.request) origins.add(originOf(flow.request.url));
  return origins;
}

/** Shortest text that can be an identifier of a transaction. */
const IDENTIFIER = /[A-Za-z0-9_~.-]{16,}/;

/**
 * True when a provider's page that led to another origin gave it something to go on with: a posted form, an identifier,
 * or the way back. A link to help, imprint or another business has none of it.
 */
function carriesOn(before: Flow, { url, method }: Hop): boolean {
  if (method !== 'GET') return true;
  const { base, query = '', fragment = '' } = splitUrl(url);
  const path = base.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const parts = [...path.split('/'), ...query.split(/[&=]/), ...fragment.split(/[&=/]/)];
  return (
    parts.some((part) => part.length <= MAX_PART && IDENTIFIER.test(part) && /[0-9]/.test(part)) ||
    leadsBack(before, query)
  );
}

const MAX_PART = 4_000;

function leadsBack(before: Flow, query: string): boolean {
  const text = query.toLowerCase();
  return [...providerOrigins(before)].some(
    (origin) =>
      origin !== '' && (text.includes(origin) || text.includes(encodeURIComponent(origin).toLowerCase())),
  );
}
