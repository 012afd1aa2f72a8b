import { quoteValue } from '../define.ts';
import { claimsOf, documentedInside, inRequest, outside, own } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** The server knows whose key to verify with before it reads the object. */
export const ro03: Rule = {
  id: 'RO03',
  severity: 'error',
  gate: 'jar',
  source: 'RFC 9101 sections 5 and 6.3',
  title: 'client_id is in the query and equals the claim.',
  check(flow, context) {
    const claims = claimsOf(flow);
    if (!claims) return [];
    const at = inRequest('client_id');
    const claim = own(claims, 'client_id');
    const query = outside(flow, 'client_id');
    // Where it stands nowhere another rule speaks.
    if (!query && claim === undefined) return [];
    if (!query) {
      const inside = documentedInside(context, 'client_id');
      return [
        {
          ...(inside ? { severity: 'info' as const } : {}),
          message: 'client_id is missing beside the request object.',
          remedy: inside
            ? 'The provider documents it inside only; other servers refuse the request.'
            : 'Send it in the query as well.',
          at,
        },
      ];
    }
    if (claim === query) return [];
    const said =
      claim === undefined ? 'missing' : quoteValue(typeof claim === 'string' ? claim : JSON.stringify(claim));
    return [
      {
        message: `client_id is ${quoteValue(query)} in the query and ${said} in the request object.`,
        remedy: 'Make both the same.',
        at,
      },
    ];
  },
};
