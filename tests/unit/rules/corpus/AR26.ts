import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR26',
  valid: [
    { name: 'a code comes in query.jwt', flow: asked({ response_mode: 'query.jwt' }), gates: ['oidc'] },
  ],
  invalid: [
    {
      name: 'an id_token would come in query.jwt',
      flow: asked({ response_type: 'code id_token', response_mode: 'query.jwt' }),
      gates: ['oidc'],
      findings: [
        {
          severity: 'warning',
          message:
            'response_mode “query.jwt” would put what response_type “code id_token” asks for into the query, readable unless it is encrypted.',
          at: { part: 'request', parameter: 'response_mode' },
        },
      ],
    },
  ],
};
