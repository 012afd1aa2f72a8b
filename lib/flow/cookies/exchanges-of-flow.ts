import { isLoopback } from '../../oauth/is-loopback.ts';
import { registrableDomain } from '../../oauth/site.ts';
import { parseUrl } from '../../oauth/url.ts';
import type { Flow } from '../types.ts';
import type { CookieExchange } from './cookie-types.ts';
import { matchExchanges } from './match-exchange.ts';

/** Milliseconds before a flow in which its application may have set what it looks for at the callback. */
const BEFORE = 30 * 60_000;

/** Milliseconds after the last hop. */
const AFTER = 60_000;

/**
 * What belongs to a flow of the exchanges of its tab: those of its hops, and those in which a site of its hops set or got
 * cookies shortly before. Everything else is nobody's business.
 */
export function exchangesOfFlow(flow: Flow, exchanges: readonly CookieExchange[]): readonly CookieExchange[] {
  const matched = new Set(matchExchanges(flow.hops, exchanges));
  const sites = new Set(flow.hops.map(({ url }) => siteOfHost(url)));
  const [from, to] = [flow.startedAt - BEFORE, (flow.hops.at(-1)?.at ?? flow.startedAt) + AFTER];
  return exchanges.filter((exchange) => {
    if (matched.has(exchange)) return true;
    if (exchange.at < from || exchange.at > to) return false;
    const hasCookies = exchange.set.length > 0 || (exchange.sent?.length ?? 0) > 0;
    return hasCookies && sites.has(siteOfHost(exchange.url));
  });
}

/** All names of this machine count as one: mixing them up is what loses cookies. */
function siteOfHost(url: string): string {
  const host = parseUrl(url)?.hostname ?? '';
  return isLoopback(host) ? 'loopback' : registrableDomain(host);
}
