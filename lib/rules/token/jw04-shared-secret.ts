import type { JudgedToken } from '../judged-token.ts';
import { tokenRule } from '../token-rule.ts';
import type { Severity, TokenContext } from '../types.ts';

/** A shared secret does not sign where a public key is expected. */
export const jw04 = tokenRule({
  id: 'JW04',
  severity: 'error',
  gate: 'base',
  source: 'RFC 8725 sections 2.1 and 3.1',
  title: 'alg is no HMAC where a public key is expected.',
  judge(token, context) {
    const { alg } = token.decoded.header ?? {};
    if (token.kind === 'access token' || typeof alg !== 'string' || !/^HS\d+$/.test(alg)) return [];
    return [
      {
        severity: severityOf(token, context),
        message: `${token.title} has alg “${alg}”: it is signed with a shared secret, so whoever can verify it can also make it.`,
        remedy:
          'Sign with PS256 or ES256 and publish the public key. A reader that trusts alg would take the text of a public key for the secret.',
      },
    ];
  },
});

/** An id_token may be signed with the client's secret (OpenID Connect Core section 3.1.3.7); the others may not, or seldom. */
function severityOf({ kind }: JudgedToken, { profile, gates }: TokenContext): Severity {
  if (gates?.has('fapi1') || gates?.has('fapi2') || gates?.has('obuk')) return 'error';
  const asymmetric = profile?.requestObject?.algorithms.every((alg) => !alg.startsWith('HS'));
  if (kind === 'DAuth token' || (kind === 'request object' && asymmetric)) return 'error';
  return kind === 'id_token' || kind === 'token' ? 'info' : 'warning';
}
