import { type SigningKey, signToken } from '../jwt/sign.ts';
import type { JsonObject } from '../jwt/types.ts';

/** Seconds for which a client assertion is valid. */
export const ASSERTION_LIFETIME = 60;

interface AssertionFacts {
  readonly clientId: string;
  /** The authorization server: its issuer identifier or the endpoint's URL. */
  readonly audience: string;
  /** Seconds since the epoch. */
  readonly now: number;
  /** Unique, so that it is taken once. */
  readonly id: string;
}

/** The claims of a client assertion (RFC 7523 section 3, OpenID Connect Core 1.0 section 9). */
export function assertionClaims({ clientId, audience, now, id }: AssertionFacts): JsonObject {
  return { iss: clientId, sub: clientId, aud: audience, jti: id, iat: now, exp: now + ASSERTION_LIFETIME };
}

/**
 * Signs a client assertion: with a saved key for `private_key_jwt`, with the client secret's bytes for
 * `client_secret_jwt`. Throws a SignError.
 */
export async function signAssertion(
  facts: AssertionFacts,
  header: { readonly alg: string; readonly kid?: string },
  key: SigningKey,
): Promise<string> {
  return signToken({ ...header, typ: 'JWT' }, assertionClaims(facts), key);
}
