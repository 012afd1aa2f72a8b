import { quoteCall } from '../define.ts';
import { tokenCallsOf } from '../exchanges.ts';
import type { Rule } from '../types.ts';

/** A token endpoint reads forms. */
export const tk03: Rule = {
  id: 'TK03',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 sections 3.2 and 4.1.3, appendix B',
  title: 'A token is requested by POST, with a form as the body.',
  check(flow, { profile }) {
    return tokenCallsOf(flow).flatMap((call) => {
      const { name, encoding, method, stepId } = call;
      if (encoding === 'form' && method === 'POST') return [];
      const documented = profile?.steps?.find(({ id }) => id === stepId)?.request?.encoding === encoding;
      const how = method === 'POST' ? (encoding === 'json' ? 'JSON' : 'no form') : method;
      return [
        {
          severity: documented ? ('info' as const) : ('error' as const),
          message: `${quoteCall({ name }, 'The')} asks for a token with ${how}${documented ? `, as ${profile?.name} documents it` : ''}; token endpoints read POST with application/x-www-form-urlencoded.`,
          remedy: documented
            ? 'Follow the provider’s documents; an OAuth library does not support this.'
            : 'Send the parameters as a form in the body of a POST.',
          at: { part: 'call', parameter: 'grant_type' } as const,
        },
      ];
    });
  },
};
