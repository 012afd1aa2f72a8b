import { clockOfClaim, secondsOf, spanOf } from '../instant.ts';
import { claimsOf, inRequest, own } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** Seconds by which another clock may be ahead: taken by every server, and by a lenient one. */
const TAKEN = 10;
const LENIENT = 60;

/** The request object is valid at the time of its request. */
export const ro12: Rule = {
  id: 'RO12',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7519 sections 4.1.4 to 4.1.6; FAPI 2.0 Security Profile section 5.3.2.1-14',
  title: 'The request object has not expired, and nbf and iat are not in the future.',
  check(flow, { timeZone }) {
    const claims = claimsOf(flow);
    if (!claims) return [];
    const { startedAt } = flow;
    const now = startedAt / 1_000;
    const found: Found[] = [];
    const exp = secondsOf(own(claims, 'exp'));
    if (exp !== undefined && exp <= Math.floor(now)) {
      const message = `The request object had expired ${spanOf(now - exp)} before the request: exp is ${clockOfClaim(exp, startedAt, timeZone)}.`;
      found.push({ message, remedy: 'Sign a new request object.', at: inRequest('exp') });
    }
    for (const name of ['nbf', 'iat']) {
      const time = secondsOf(own(claims, name));
      if (time === undefined || time - Math.floor(now) <= TAKEN) continue;
      found.push({
        ...(time - now <= LENIENT ? { severity: 'warning' as const } : {}),
        message: `${name} of the request object is ${spanOf(time - now)} after the request, ${clockOfClaim(time, startedAt, timeZone)}.`,
        remedy: 'Use the present time, in seconds, and check the clock of the machine that signs.',
        at: inRequest(name),
      });
    }
    return found;
  },
};
