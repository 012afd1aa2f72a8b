import type { EvaluatedToken } from '../evaluated-token.ts';
import { tokenRule } from '../token-rule.ts';
import type { Severity, TokenContext } from '../types.ts';

/** A shared secret does not sign where a public key is expected. */
export const jw04 = tokenRule({
  id: 'JW04',
  severity: 'error',
  gate: 'base',
  source: 'RFC 8725 sections 2.1 and 3.1; OpenID Connect Core 1.0 section 10.1',
  title: 'alg is no HMAC where a public key is expected.',
  evaluate(token, context) {
    const { alg } = token.decoded.header ?? {};
    if (token.kind === 'access token' || typeof alg !== 'string' || !/^HS\d+$/.test(alg)) return [];
    return [
      {
        severity: severityOf(token, context),
        message: `${token.title} has alg “${alg}”: it is signed with a shared secret, so whoever can verify it can also make one.`,
        remedy:
          'Sign with PS256 or ES256 and publish the public key, unless the client secret is meant to sign and the reader allows HMAC only.',
      },
    ];
  },
});

/**
 * OpenID Connect Core section 10.1 lets a client's secret sign id_tokens and request objects, section 9 client assertions, and
 * JARM responses; FAPI and providers that document public keys alone do not.
 */
function severityOf({ kind }: EvaluatedToken, { profile, gates }: TokenContext): Severity {
  if (gates?.has('fapi1') || gates?.has('fapi2') || gates?.has('obuk')) return 'error';
  const asymmetric =
    profile?.requestObject?.use === 'always' &&
    profile.requestObject.algorithms.every((alg) => !alg.startsWith('HS'));
  return kind === 'DAuth token' || (kind === 'request object' && asymmetric) ? 'error' : 'info';
}
