import { hostOf, splitUrl } from '../../oauth/url.ts';
import { quoteValue } from '../define.ts';
import { isUnprotected } from '../redirect-target.ts';
import { isInFragment } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** The authorization endpoint is encrypted and has no fragment. The machine itself may do without encryption. */
export const ar05: Rule = {
  id: 'AR05',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 3.1; FAPI 2.0 Security Profile section 5.2.1',
  title: 'The authorization endpoint uses https and has no fragment.',
  check({ request }) {
    if (!request) return [];
    const found: Found[] = [];
    if (isUnprotected(request.url)) {
      found.push({
        message: `The authorization endpoint at ${quoteValue(hostOf(request.url))} is opened over http, without encryption.`,
        remedy: 'Use the https address.',
        at: { part: 'request' },
      });
    }
    const { fragment } = splitUrl(request.url);
    // Parameters behind # have a rule of their own.
    if (fragment !== undefined && !isInFragment(request)) {
      found.push({
        message: `The authorization URL has the fragment ${quoteValue(fragment)}.`,
        remedy: 'Remove # and what follows it: a browser does not send that to the server.',
        at: { part: 'request' },
      });
    }
    return found;
  },
};
