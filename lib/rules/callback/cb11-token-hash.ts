import { checkHash } from '../hash-claim.ts';
import { idTokensOf } from '../id-tokens.ts';
import type { Rule } from '../types.ts';

/** The access_token beside an id_token is the one that the id_token was made with. */
export const cb11: Rule = {
  id: 'CB11',
  severity: 'error',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 sections 3.1.3.6, 3.1.3.8, 3.2.2.9 and 3.3.2.9',
  title:
    'at_hash in the id_token is the left half of the hash of access_token; a token answer may leave it out.',
  check(flow, context) {
    return idTokensOf(flow, context).flatMap((token) =>
      checkHash(token, {
        claim: 'at_hash',
        of: 'access_token',
        value: token.front ? flow.callback?.response.values.access_token?.value : token.accessToken,
        required: token.front,
      }),
    );
  },
};
