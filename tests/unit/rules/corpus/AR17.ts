import type { Corpus } from '../support/corpus.ts';
import { asked, leatherback, NONCE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR17',
  valid: [
    {
      name: 'nonce is there',
      flow: asked({ response_type: 'code id_token', scope: 'openid', nonce: NONCE }),
    },
    { name: 'a code alone is asked for', flow: asked({ scope: 'openid' }) },
  ],
  invalid: [
    {
      name: 'an id_token is asked for without one',
      flow: asked({ response_type: 'code id_token', scope: 'openid' }),
      findings: [
        {
          severity: 'error',
          message: 'nonce is missing, but response_type “code id_token” asks for an id_token.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
    {
      name: 'the provider documents none',
      flow: leatherback(),
      findings: [
        {
          severity: 'info',
          message: 'nonce is missing, but response_type “code id_token” asks for an id_token.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
  ],
};
