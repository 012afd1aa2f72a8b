import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR23',
  valid: [
    { name: 'a code is asked for', flow: asked() },
    { name: 'an id_token is asked for', flow: asked({ response_type: 'code id_token' }) },
  ],
  invalid: [
    {
      name: 'an access token is asked for',
      flow: asked({ response_type: 'code token' }),
      findings: [
        {
          severity: 'warning',
          message:
            'response_type “code token” hands an access token to the browser, where it can leak and be injected.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
  ],
};
