import type { Flow } from '../../flow/types.ts';
import { inRequest, isHidden, responseTypes, sent, words } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Something ties the response to this request and this browser. */
export const ar14: Rule = {
  id: 'AR14',
  severity: 'error',
  gate: 'base',
  source: 'RFC 9700 sections 2.1 and 4.7.1; RFC 6749 section 10.12',
  title: 'state, code_challenge or nonce binds the response to the request.',
  check(flow) {
    const bound =
      (['state', 'code_challenge'] as const).some((name) => sent(flow, name)) ||
      (sent(flow, 'nonce') !== undefined && bringsIdToken(flow));
    if (isHidden(flow) || bound) return [];
    return [
      {
        message: sent(flow, 'nonce')
          ? 'state and code_challenge are missing, and nonce binds nothing without an id_token: a forged response cannot be told from a real one.'
          : 'state, code_challenge and nonce are all missing: a forged response cannot be told from a real one.',
        remedy: 'Send a new random state, and code_challenge where the provider supports PKCE.',
        at: inRequest('state'),
      },
    ];
  },
};

/** A nonce comes back in an id_token alone (OpenID Connect Core section 2). */
function bringsIdToken(flow: Flow): boolean {
  return responseTypes(flow).includes('id_token') || words(sent(flow, 'scope')?.value).includes('openid');
}
