import { inRequest, isHidden, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Something ties the response to this request and this browser. */
export const ar14: Rule = {
  id: 'AR14',
  severity: 'error',
  gate: 'base',
  source: 'RFC 9700 sections 2.1 and 4.7.1; RFC 6749 section 10.12',
  title: 'state, code_challenge or nonce binds the response to the request.',
  check(flow) {
    const bound = (['state', 'code_challenge', 'nonce'] as const).some((name) => sent(flow, name));
    if (isHidden(flow) || bound) return [];
    return [
      {
        message:
          'state, code_challenge and nonce are all missing: a forged response cannot be told from a real one.',
        remedy: 'Send a new random state, and code_challenge where the provider supports PKCE.',
        at: inRequest('state'),
      },
    ];
  },
};
