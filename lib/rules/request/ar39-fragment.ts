import { isInFragment } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Parameters reach the server. */
export const ar39: Rule = {
  id: 'AR39',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 3.1; RFC 3986 section 3.5',
  title: 'The parameters of the request follow ?, not #.',
  check({ request }) {
    if (!request || !isInFragment(request)) return [];
    return [
      {
        message: 'The parameters follow # instead of ?, so the browser does not send them to the server.',
        remedy: 'Write ? before the first parameter.',
        at: { part: 'request' },
      },
    ];
  },
};
