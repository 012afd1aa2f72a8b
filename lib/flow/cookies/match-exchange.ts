import { splitUrl } from '../../oauth/url.ts';
import type { Hop } from '../types.ts';
import type { CookieExchange } from './cookie-types.ts';

/** Milliseconds by which the two event sources may differ about the time of one request. */
const WITHIN = 5_000;

/**
 * The exchange of each hop, by method, address and the nearest time; each exchange is given to one hop. Undefined where
 * none was seen.
 */
export function matchExchanges(
  hops: readonly Hop[],
  exchanges: readonly CookieExchange[],
): readonly (CookieExchange | undefined)[] {
  const left = new Set(exchanges);
  return hops.map((hop) => {
    let nearest: CookieExchange | undefined;
    for (const exchange of left) {
      if (!isOfHop(exchange, hop)) continue;
      if (!nearest || distance(exchange, hop) < distance(nearest, hop)) nearest = exchange;
    }
    if (nearest) left.delete(nearest);
    return nearest;
  });
}

function isOfHop(exchange: CookieExchange, hop: Hop): boolean {
  return (
    exchange.method === hop.method &&
    exchange.url === splitUrl(hop.url).base &&
    distance(exchange, hop) <= WITHIN
  );
}

function distance(exchange: CookieExchange, hop: Hop): number {
  return Math.abs(exchange.at - hop.at);
}
