import { claimsOf, inRequest, own } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Seconds between nbf and exp at most. */
const LONGEST = 3_600;

/** A request object that leaks is soon worth nothing. */
export const ro10: Rule = {
  id: 'RO10',
  severity: 'error',
  gate: ['fapi1', 'fapi2'],
  source: 'FAPI 1.0 Advanced sections 5.2.2-13 and 5.2.3-11; FAPI 2.0 Message Signing section 5.3.2-4',
  title: 'exp is present and at most an hour after nbf.',
  check(flow) {
    const claims = claimsOf(flow);
    if (!claims) return [];
    const at = inRequest('exp');
    const exp = own(claims, 'exp');
    const nbf = own(claims, 'nbf');
    if (exp === undefined) {
      const message = 'exp is missing from the request object.';
      return [{ message, remedy: 'Let it end after a few minutes.', at }];
    }
    if (typeof exp !== 'number' || typeof nbf !== 'number' || exp - nbf <= LONGEST) return [];
    return [
      {
        message: `exp ${exp} is ${exp - nbf} seconds after nbf; ${LONGEST} are allowed.`,
        remedy: 'Let it end after a few minutes.',
        at,
      },
    ];
  },
};
