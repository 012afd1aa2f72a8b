import type { Flow, Hop } from '../types.ts';
import { type CookieContext, cookieContext } from './cookie-context.ts';
import type { CookieBrowser } from './cookie-types.ts';

/** The context in which the request of a hop took or withheld cookies. */
export function hopContext(
  { hops, frameId, initiator }: Pick<Flow, 'hops' | 'frameId' | 'initiator'>,
  index: number,
  browser: CookieBrowser,
): CookieContext | undefined {
  const hop = hops[index];
  if (!hop) return undefined;
  const first = firstOfChain(hops, index);
  const chain = hops.slice(first, index).map(({ url }) => url);
  const before = hops[first - 1]?.url ?? initiator;
  const top = frameId > 0 ? (initiator ?? hops[0]?.url) : undefined;
  return cookieContext(
    {
      method: hop.method,
      url: hop.url,
      at: hop.at,
      chain,
      ...(before === undefined ? {} : { initiator: before }),
      ...(top === undefined ? {} : { top }),
      thirdPartyBlocked: browser === 'firefox',
    },
    browser,
  );
}

/** Index of the request from which redirects led to this one. */
function firstOfChain(hops: readonly Hop[], index: number): number {
  let first = index;
  while (first > 0 && hops[first]?.cause === 'redirect') first -= 1;
  return first;
}
