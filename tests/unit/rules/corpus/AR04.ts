import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR04',
  valid: [{ name: 'every parameter has a value', flow: asked() }],
  invalid: [
    {
      name: 'login_hint and nonce are empty',
      flow: asked({ login_hint: '', nonce: '' }),
      findings: [
        {
          severity: 'warning',
          message: 'login_hint is empty and counts as left out.',
          at: { part: 'request', parameter: 'login_hint' },
        },
        {
          severity: 'warning',
          message: 'nonce is empty and counts as left out.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
  ],
};
