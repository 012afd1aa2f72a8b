import { classify } from '../../flow/classify.ts';
import { MAX_TEXT, type Observation, type RequestBody } from '../../flow/observation.ts';
import { EMPTY_FLOWS, type FlowsState, isAfter, reduceObservation } from '../../flow/reduce.ts';
import type { Flow } from '../../flow/types.ts';
import { resolveLocation, splitUrl } from '../../oauth/url.ts';
import type { Catalogue } from '../../providers/catalogue.ts';

/** One request and its answer, as other tools' files tell of them. Times are milliseconds since the epoch. */
export interface Exchange {
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly body?: RequestBody;
  readonly respondedAt?: number;
  readonly status?: number;
  readonly location?: string;
  /** The browser's error name when there was no answer. */
  readonly error?: string;
}

/** The tab of what came from a file before the background gives it none. */
const TAB = 1;

/** How late, in milliseconds, a redirect is followed at most for the next request to be its continuation. */
const FOLLOWED_WITHIN = 60_000;

/**
 * Makes flows of exchanges, by the reducer that also makes those that are captured. Redirects are told by their
 * `Location`: a request to where an earlier answer led continues it, with the fragment that the file left out. Pauses after
 * each observation, so that a page has its turn between them.
 */
export function* flowsOfExchanges(
  exchanges: readonly Exchange[],
  catalogue: Catalogue,
): Generator<void, readonly Flow[]> {
  const ordered = exchanges.toSorted((a, b) => a.at - b.at);
  const expected = new Map<
    string,
    { readonly requestId: string; readonly url: string; readonly at: number }
  >();
  const observations: Observation[] = [];
  let count = 0;
  for (const exchange of ordered) {
    const led = expected.get(withoutFragment(exchange.url));
    const follows = led && exchange.at - led.at <= FOLLOWED_WITHIN ? led : undefined;
    if (follows) expected.delete(withoutFragment(exchange.url));
    const requestId = follows?.requestId ?? `file-${++count}`;
    const url = follows && !exchange.url.includes('#') ? follows.url : exchange.url;
    observations.push(
      ...observationsOf({ ...exchange, url: cut(url) }, requestId, observationId(exchange.at, ++count)),
    );
    const target = exchange.location === undefined ? undefined : resolveLocation(exchange.location, url);
    if (target !== undefined)
      expected.set(withoutFragment(target), { requestId, url: target, at: exchange.at });
  }
  let state: FlowsState = EMPTY_FLOWS;
  // In the order of time: one that comes late unfolds what came after it.
  for (const observation of observations.toSorted((a, b) => (isAfter(a, b) ? 1 : -1))) {
    if (classify(state.tracker, observation, catalogue) === 'keep')
      state = reduceObservation(state, observation, catalogue);
    yield;
  }
  return state.tracker.flows;
}

function observationsOf(exchange: Exchange, requestId: string, id: string): readonly Observation[] {
  const { at, method, url, body, respondedAt, status, location, error } = exchange;
  const base = { eventSource: 'webRequest', tabId: TAB, frameId: 0, requestId, url } as const;
  const request: Observation = {
    ...base,
    kind: 'request',
    id: `${id}-1`,
    at,
    method,
    ...(body ? { body } : {}),
  };
  const answeredAt = Math.max(respondedAt ?? at, at);
  if (status !== undefined) {
    const where = location === undefined ? {} : { location: cut(location) };
    return [request, { ...base, kind: 'response', id: `${id}-2`, at: answeredAt, status, ...where }];
  }
  return error === undefined
    ? [request]
    : [request, { ...base, kind: 'request-failed', id: `${id}-2`, at: answeredAt, error }];
}

function observationId(at: number, count: number): string {
  return `${String(Math.round(at)).padStart(14, '0')}-${String(count).padStart(7, '0')}-file`;
}

function withoutFragment(url: string): string {
  const { base, query } = splitUrl(url);
  return query === undefined ? base : `${base}?${query}`;
}

function cut(url: string): string {
  return url.length <= MAX_TEXT ? url : url.slice(0, MAX_TEXT);
}
