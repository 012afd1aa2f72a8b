import { fieldOf } from '../exchanges.ts';
import { hasField, pushesOf } from '../pushed-request.ts';
import { opened } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** A pushed request carries the challenge of PKCE. */
export const ro24: Rule = {
  id: 'RO24',
  severity: 'error',
  gate: ['par', 'fapi1', 'fapi2'],
  source:
    'FAPI 2.0 Security Profile sections 5.3.2.2-5 and 5.3.3.2-3; FAPI 1.0 Advanced section 5.2.3-15; RFC 9700 section 2.1.1',
  title: 'A pushed request has code_challenge, with the method S256.',
  check(flow, context) {
    const strict = opened(context, 'fapi1', 'fapi2');
    return pushesOf(flow).flatMap((call): readonly Found[] => {
      // In a request object the challenge is a claim, which this call does not show.
      if (hasField(call, 'request')) return [];
      const method = fieldOf(call, 'code_challenge_method');
      if (!hasField(call, 'code_challenge')) {
        return [
          {
            ...(strict ? {} : { severity: 'info' as const }),
            message: `The pushed request has no code_challenge${strict ? '; FAPI requires PKCE with pushed requests' : ''}.`,
            remedy: 'Push code_challenge with code_challenge_method=S256.',
            at: { part: 'call', parameter: 'code_challenge' },
          },
        ];
      }
      if (method === 'S256' || (method === undefined && hasField(call, 'code_challenge_method'))) return [];
      return [
        {
          message: `code_challenge_method of the pushed request is ${method === undefined ? 'missing, which means plain' : `“${method.slice(0, 40)}”`}; it must be S256.`,
          remedy: 'Push code_challenge_method=S256 and the SHA-256 hash of the verifier.',
          at: { part: 'call', parameter: 'code_challenge_method' },
        },
      ];
    });
  },
};
