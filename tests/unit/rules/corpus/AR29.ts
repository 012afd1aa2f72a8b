import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR29',
  valid: [
    { name: 'none stands alone', flow: asked({ prompt: 'none' }), gates: ['oidc'] },
    { name: 'others are combined', flow: asked({ prompt: 'login consent' }), gates: ['oidc'] },
  ],
  invalid: [
    {
      name: 'none is combined',
      flow: asked({ prompt: 'none login' }),
      gates: ['oidc'],
      findings: [
        {
          severity: 'error',
          message:
            'prompt “none login” combines none with another value; the provider answers with an error.',
          at: { part: 'request', parameter: 'prompt' },
        },
      ],
    },
  ],
};
