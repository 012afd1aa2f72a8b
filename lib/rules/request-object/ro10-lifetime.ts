import { spanOf } from '../instant.ts';
import { claimsOf, inRequest, own } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Seconds between nbf and exp at most. */
const LONGEST = 3_600;

/** A request object that leaks soon becomes useless. */
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
    const remedy = 'Set exp to a few minutes after nbf.';
    const exp = own(claims, 'exp');
    const nbf = own(claims, 'nbf');
    if (exp === undefined) return [{ message: 'exp is missing from the request object.', remedy, at }];
    if (typeof exp !== 'number' || typeof nbf !== 'number' || exp - nbf <= LONGEST) return [];
    const message = `The request object is valid for ${spanOf(exp - nbf)} (exp − nbf); FAPI allows ${LONGEST / 60} min.`;
    return [{ message, remedy, at }];
  },
};
