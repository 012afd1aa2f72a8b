import { MILLISECONDS_FROM } from '../../jwt/check-claims.ts';
import type { Json } from '../../jwt/types.ts';
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
  source: 'RFC 7519 sections 4.1.4 to 4.1.6; FAPI 2.0 Security Profile section 5.3.2.1-13',
  title: 'The request object has not expired, and nbf and iat do not lie ahead.',
  check(flow) {
    const claims = claimsOf(flow);
    if (!claims) return [];
    const now = Math.floor(flow.startedAt / 1_000);
    const ahead = ['nbf', 'iat'].flatMap((name) => liesAhead(name, seconds(own(claims, name)), now));
    return [...expired(seconds(own(claims, 'exp')), now), ...ahead];
  },
};

/** A time in seconds; what is meant in milliseconds or no number is for another rule. */
function seconds(claim: Json | undefined): number | undefined {
  return typeof claim === 'number' && Math.abs(claim) < MILLISECONDS_FROM ? claim : undefined;
}

function expired(exp: number | undefined, now: number): readonly Found[] {
  if (exp === undefined || exp > now) return [];
  const message = `exp ${exp} was ${now - exp} s before the request.`;
  return [{ message, remedy: 'Sign a new request object.', at: inRequest('exp') }];
}

function liesAhead(name: string, time: number | undefined, now: number): readonly Found[] {
  if (time === undefined || time - now <= TAKEN) return [];
  return [
    {
      ...(time - now <= LENIENT ? { severity: 'warning' as const } : {}),
      message: `${name} ${time} lies ${time - now} s after the request.`,
      remedy: 'Set your clock; use the present time.',
      at: inRequest(name),
    },
  ];
}
