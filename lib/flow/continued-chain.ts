import { resolveLocation, splitUrl } from '../oauth/url.ts';
import type { ExchangeObserved, RequestObserved } from './observation.ts';
import type { Tracker } from './tracker.ts';

/** How late, in milliseconds, a redirect is followed at most for the next request to be its continuation. */
const FOLLOWED_WITHIN = 60_000;

/**
 * The redirect chain that a request from a file continues, and its URL as the redirect gave it: files leave fragments out.
 * Undefined when nothing led there.
 */
export function continuedChain(
  { flows }: Tracker,
  { tabId, url, at }: ExchangeObserved,
): Pick<RequestObserved, 'requestId' | 'url'> | undefined {
  for (const flow of flows.toReversed()) {
    const last = flow.tabId === tabId ? flow.hops.at(-1) : undefined;
    if (last?.location === undefined || at - (last.respondedAt ?? last.at) > FOLLOWED_WITHIN) continue;
    const target = resolveLocation(last.location, last.url);
    if (target === undefined || withoutFragment(target) !== withoutFragment(url)) continue;
    return { requestId: last.requestId, url: url.includes('#') ? url : target };
  }
  return undefined;
}

function withoutFragment(url: string): string {
  const { base, query } = splitUrl(url);
  return query === undefined ? base : `${base}?${query}`;
}
