import { jwsAlgorithm } from '../../jwt/algorithms.ts';
import { incompatibleJwk } from '../../jwt/incompatible-key.ts';
import { keysOfToken } from '../token-keys.ts';
import { tokenRule } from '../token-rule.ts';

/** The key is meant for what it is used for. */
export const jw19 = tokenRule({
  id: 'JW19',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7517 sections 4.1 to 4.4; RFC 8725 section 3.1',
  title: 'kty, crv, use, key_ops and alg of the key agree with the alg of the token.',
  evaluate(token, context) {
    const { alg } = token.decoded.header ?? {};
    const entry = jwsAlgorithm(alg);
    if (typeof alg !== 'string' || !entry) return [];
    return keysOfToken(token, context).flatMap(({ jwk, title }) => {
      const incompatible = incompatibleJwk(alg, entry, jwk);
      if (
        incompatible?.code !== 'key-type' &&
        incompatible?.code !== 'key-alg' &&
        incompatible?.code !== 'key-use'
      )
        return [];
      return [
        {
          message: `${token.title}: ${title} does not fit. ${incompatible.reason}`,
          remedy:
            'Sign with the key that is published for this algorithm, or correct the members of the published key.',
        },
      ];
    });
  },
});
