import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR27',
  valid: [
    { name: 'there is none', flow: asked() },
    { name: 'it is form_post', flow: asked({ response_mode: 'form_post' }) },
  ],
  invalid: [
    {
      name: 'it is unknown',
      flow: asked({ response_mode: 'post' }),
      findings: [
        {
          severity: 'warning',
          message: 'response_mode “post” is not defined by any specification.',
          at: { part: 'request', parameter: 'response_mode' },
        },
      ],
    },
  ],
};
