import type { EvaluatedToken } from './evaluated-token.ts';
import type { TokenContext, VerifiedToken } from './types.ts';

/** A key as it stands in a set; `kid` may be anything there. */
type NamedJwk = JsonWebKey & { readonly kid?: unknown };

/** A public key that a token is to be verified with, and where it came from. */
export interface TokenKey {
  readonly jwk: NamedJwk;
  /** Begins a sentence. */
  readonly title: string;
}

/** What checking a token's signature came to, where it was checked. */
export function verificationOf(
  { token, decoded }: EvaluatedToken,
  { verified = [] }: TokenContext,
): VerifiedToken | undefined {
  return verified.find((one) => one.token === token || one.token === decoded.token);
}

/** The key that a token brings along, and those of the set it was verified with that its kid names. */
export function keysOfToken(token: EvaluatedToken, context: TokenContext): readonly TokenKey[] {
  const { jwk, kid } = token.decoded.header ?? {};
  const own =
    typeof jwk === 'object' && jwk !== null && !Array.isArray(jwk)
      ? [{ jwk: jwk as JsonWebKey, title: 'The key in the header (jwk)' }]
      : [];
  const set: readonly NamedJwk[] = verificationOf(token, context)?.keys ?? [];
  const named = set.filter((entry) => kid === undefined || entry.kid === kid);
  const chosen = kid === undefined && named.length > 1 ? [] : named;
  return [...own, ...chosen.map((entry) => ({ jwk: entry, title: titleOf(entry) }))];
}

/** `The key “kid” of the set`. */
export function titleOf({ kid }: NamedJwk): string {
  return typeof kid === 'string' ? `The key “${kid.slice(0, 60)}” of the set` : 'The key of the set';
}
