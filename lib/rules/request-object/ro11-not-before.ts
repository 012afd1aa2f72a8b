import { clockOfClaim, secondsOf, spanOf } from '../instant.ts';
import { claimsOf, inRequest, own } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Seconds that nbf may lie back when the request is made. */
const OLDEST = 3_600;

/** A request object is made for its request. */
export const ro11: Rule = {
  id: 'RO11',
  severity: 'error',
  gate: ['fapi1', 'fapi2'],
  source:
    'FAPI 1.0 Advanced sections 5.2.2-17 and 5.2.3-14; FAPI 2.0 Message Signing sections 5.3.1-3 and 5.3.2-3',
  title: 'nbf is present and at most an hour old.',
  check(flow, { timeZone }) {
    const claims = claimsOf(flow);
    if (!claims) return [];
    const at = inRequest('nbf');
    const remedy = 'Make the request object when you make the request, with nbf at that time.';
    const nbf = own(claims, 'nbf');
    if (nbf === undefined) return [{ message: 'nbf is missing from the request object.', remedy, at }];
    const seconds = secondsOf(nbf);
    const age = seconds === undefined ? 0 : flow.startedAt / 1_000 - seconds;
    if (seconds === undefined || age <= OLDEST) return [];
    const message = `nbf was ${spanOf(age)} before the request, ${clockOfClaim(seconds, flow.startedAt, timeZone)}; FAPI allows ${OLDEST / 60} min.`;
    return [{ message, remedy, at }];
  },
};
