import type { Corpus } from '../support/corpus.ts';
import { requested } from '../support/flows.ts';
import { asked, connectpayUrl, NONCE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR19',
  valid: [
    { name: 'code_challenge is there', flow: asked() },
    {
      name: 'an id_token is asked for too',
      flow: asked({ response_type: 'code id_token', code_challenge: undefined }),
    },
    { name: 'the provider does not document PKCE', flow: requested(connectpayUrl()) },
  ],
  invalid: [
    {
      name: 'it is missing',
      flow: asked({ code_challenge: undefined }),
      findings: [
        {
          severity: 'warning',
          message: 'code_challenge is missing: whoever steals the code can exchange it.',
          at: { part: 'request', parameter: 'code_challenge' },
        },
      ],
    },
    {
      name: 'it is missing under FAPI 2.0',
      flow: asked({ code_challenge: undefined }),
      gates: ['fapi2'],
      findings: [
        {
          severity: 'error',
          message: 'code_challenge is missing: whoever steals the code can exchange it.',
          at: { part: 'request', parameter: 'code_challenge' },
        },
      ],
    },
    {
      name: 'only nonce protects the code',
      flow: asked({ code_challenge: undefined, scope: 'openid', nonce: NONCE }),
      findings: [
        {
          severity: 'info',
          message:
            'code_challenge is missing; only nonce protects against a code that somebody injects, and only if it is checked.',
          at: { part: 'request', parameter: 'code_challenge' },
        },
      ],
    },
  ],
};
