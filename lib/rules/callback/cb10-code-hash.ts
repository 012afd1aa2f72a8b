import { checkHash } from '../hash-claim.ts';
import { idTokensOf } from '../id-tokens.ts';
import type { Rule } from '../types.ts';

/** The code beside an id_token is the one that the id_token was made with. */
export const cb10: Rule = {
  id: 'CB10',
  severity: 'error',
  gate: 'oidc',
  source: 'OpenID Connect Core 1.0 sections 3.3.2.10 and 3.3.2.11',
  title: 'c_hash in the id_token is the left half of the hash of code.',
  check(flow, context) {
    const value = flow.callback?.response.values.code?.value;
    return idTokensOf(flow, context)
      .filter(({ front }) => front)
      .flatMap((token) => checkHash(token, { claim: 'c_hash', of: 'code', value, required: true }));
  },
};
