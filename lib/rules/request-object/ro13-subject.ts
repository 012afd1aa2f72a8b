import { quoteValue } from '../define.ts';
import { claimsOf, inRequest, own, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** A request object cannot be taken for a client assertion. */
export const ro13: Rule = {
  id: 'RO13',
  severity: 'warning',
  gate: 'jar',
  source: 'RFC 9101 section 10.8',
  title: 'sub of the request object is not the client_id.',
  check(flow) {
    const sub = own(claimsOf(flow) ?? {}, 'sub');
    if (typeof sub !== 'string' || sub !== sent(flow, 'client_id')?.value) return [];
    return [
      {
        message: `sub of the request object is the client_id ${quoteValue(sub)}, as in a client assertion: whoever sees it could sign in as the client.`,
        remedy: 'Leave sub out.',
        at: inRequest('sub'),
      },
    ];
  },
};
