import { isLoopback } from '../../oauth/is-loopback.ts';
import { parseUrl } from '../../oauth/url.ts';
import { isOfSignIn, journeyOf } from '../cookie-journey-of.ts';
import { quoteValue } from '../define.ts';
import type { Found, Rule } from '../types.ts';

/** The same port is taken for the same application. */
export const ck03: Rule = {
  id: 'CK03',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6265bis section 5.8.3; RFC 8252 section 8.3',
  title: 'An application on this machine begins and ends a sign-in under one name.',
  check(flow) {
    const index = flow.hops.findLastIndex(({ role }) => role === 'callback');
    const callback = parseUrl(flow.hops[index]?.url ?? '');
    if (!callback || !isLoopback(callback.hostname)) return [];
    const rows = journeyOf(flow);
    const arrived = new Set(rows.filter(({ cells }) => cells[index]?.sent).map(({ name }) => name));
    return rows.flatMap((row): readonly Found[] => {
      const setter = parseUrl(row.setBefore ?? '');
      if (!setter || !isLoopback(setter.hostname) || arrived.has(row.name) || !isOfSignIn(row)) return [];
      if (setter.hostname === callback.hostname || setter.port !== callback.port) return [];
      return [
        {
          message: `Cookie ${quoteValue(row.name)} was set at ${setter.host}; the callback arrives at ${callback.host}, which never gets it.`,
          remedy: `Open the application at ${callback.origin}, or use a redirect URI at ${setter.origin}.`,
          at: { part: 'callback' },
        },
      ];
    });
  },
};
