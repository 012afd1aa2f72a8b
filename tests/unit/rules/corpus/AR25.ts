import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR25',
  valid: [
    { name: 'a code comes in the query', flow: asked({ response_mode: 'query' }), gates: ['oidc'] },
    {
      name: 'an id_token comes in the fragment',
      flow: asked({ response_type: 'code id_token', response_mode: 'fragment' }),
      gates: ['oidc'],
    },
  ],
  invalid: [
    {
      name: 'an id_token would come in the query',
      flow: asked({ response_type: 'code id_token', response_mode: 'query' }),
      gates: ['oidc'],
      findings: [
        {
          severity: 'error',
          message:
            'response_mode “query” would put what response_type “code id_token” asks for into the query.',
          at: { part: 'request', parameter: 'response_mode' },
        },
      ],
    },
  ],
};
