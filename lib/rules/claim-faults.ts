import type { JsonObject } from '../jwt/types.ts';
import { quoteJson, quoteValue } from './define.ts';
import { clockOfClaim, secondsOf, spanOf } from './instant.ts';
import { isIssuer } from './same-issuer.ts';
import type { TokenFound } from './token-rule.ts';

/** Seconds by which the clocks of provider and browser may differ. */
const TOLERANCE = 60;

/** A token that the provider gave, and what is known of the request that it answers. */
export interface GivenToken {
  /** Within a sentence: `id_token`. */
  readonly what: string;
  readonly claims: JsonObject;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  readonly issuer?: string | undefined;
  readonly clientId?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** What is wrong with iss, aud, exp, nbf and iat of a token (RFC 7519 section 4.1); claims that are absent are another matter. */
export function claimFaults(token: GivenToken): readonly TokenFound[] {
  return [...issuerFaults(token), ...audienceFaults(token), ...timeFaults(token)];
}

function issuerFaults({ what, claims, issuer }: GivenToken): readonly TokenFound[] {
  if (issuer === undefined || claims.iss === undefined || isIssuer(claims.iss, issuer, claims)) return [];
  return [
    {
      message: `iss of the ${what} is ${quoteJson(claims.iss)}; the request was sent to ${quoteValue(issuer)}.`,
      remedy: `Refuse the ${what}, and compare iss as text with the issuer in the provider’s metadata, slash included.`,
    },
  ];
}

function audienceFaults({ what, claims: { aud }, clientId }: GivenToken): readonly TokenFound[] {
  if (clientId === undefined || aud === undefined) return [];
  const list = Array.isArray(aud) ? aud : [aud];
  if (list.includes(clientId)) return [];
  return [
    {
      message: `aud of the ${what} is ${list.slice(0, 5).map(quoteJson).join(', ') || 'an empty list'}; the client_id of the request is ${quoteValue(clientId)}.`,
      remedy: `Refuse the ${what}: it was made for another client.`,
    },
  ];
}

function timeFaults({ what, claims, receivedAt, timeZone }: GivenToken): readonly TokenFound[] {
  const now = receivedAt / 1_000;
  const clock = (time: number): string => clockOfClaim(time, receivedAt, timeZone);
  const found: TokenFound[] = [];
  const exp = secondsOf(claims.exp);
  if (exp !== undefined && exp + TOLERANCE <= now) {
    found.push({
      message: `The ${what} had expired ${spanOf(now - exp)} before it came: exp is ${clock(exp)}.`,
      remedy: `Refuse the ${what}; if it is new, compare the clocks of the provider and this machine.`,
    });
  }
  for (const name of ['nbf', 'iat'] as const) {
    const time = secondsOf(claims[name]);
    if (time === undefined || time - TOLERANCE <= now) continue;
    const fault = name === 'nbf' ? 'is not valid until' : 'says that it was made';
    found.push({
      message: `The ${what} ${fault} ${spanOf(time - now)} after it came: ${name} is ${clock(time)}.`,
      remedy: `Compare the clocks of the provider and this machine; refuse the ${what} if they agree.`,
    });
  }
  return found;
}
