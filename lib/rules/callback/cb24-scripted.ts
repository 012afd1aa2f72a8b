import { splitUrl } from '../../oauth/url.ts';
import { quoteValue } from '../define.ts';
import type { Rule } from '../types.ts';

/** The authorization endpoint is visited, never called. */
export const cb24: Rule = {
  id: 'CB24',
  severity: 'warning',
  gate: 'fapi2',
  source: 'FAPI 2.0 Security Profile section 5.2.3; RFC 9700 section 2.6',
  title: 'The browser navigates to the authorization endpoint; no script calls it (CORS).',
  check({ request, calls = [] }) {
    if (!request) return [];
    const endpoint = splitUrl(request.url).base;
    return calls
      .filter(({ url }) => splitUrl(url).base === endpoint)
      .map(({ name, url }) => ({
        message: `${name} called the authorization endpoint ${quoteValue(splitUrl(url).base)} from a script.`,
        remedy: 'Navigate to it; an authorization endpoint must not allow CORS.',
        at: { part: 'call', parameter: name } as const,
      }));
  },
};
