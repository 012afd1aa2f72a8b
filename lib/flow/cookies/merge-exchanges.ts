import { type CookieExchange, MAX_COOKIE_EXCHANGES } from './cookie-types.ts';

/**
 * Joins two readings of exchanges, in the order of their time. An exchange that is read again adds what was not there
 * before: Chromium tells of some headers later. Of too many the last ones stay.
 */
export function mergeExchanges(
  before: readonly CookieExchange[],
  after: readonly CookieExchange[],
): readonly CookieExchange[] {
  const byKey = new Map(before.map((exchange) => [keyOf(exchange), exchange]));
  for (const exchange of after) {
    const known = byKey.get(keyOf(exchange));
    byKey.set(keyOf(exchange), known ? joined(known, exchange) : exchange);
  }
  return [...byKey.values()].toSorted((a, b) => a.at - b.at).slice(-MAX_COOKIE_EXCHANGES);
}

function joined(known: CookieExchange, again: CookieExchange): CookieExchange {
  const names = new Set(known.set.map(({ name, path, domain }) => JSON.stringify([name, path, domain])));
  const added = again.set.filter(
    ({ name, path, domain }) => !names.has(JSON.stringify([name, path, domain])),
  );
  const sent =
    (again.sent?.length ?? 0) >= (known.sent?.length ?? 0) ? (again.sent ?? known.sent) : known.sent;
  return { ...known, ...(sent ? { sent } : {}), set: [...known.set, ...added] };
}

function keyOf({ method, url, at }: CookieExchange): string {
  return `${at} ${method} ${url}`;
}
