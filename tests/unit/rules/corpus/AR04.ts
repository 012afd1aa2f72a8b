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
          message: 'login_hint has no value, so the server treats it as not sent.',
          at: { part: 'request', parameter: 'login_hint' },
        },
        {
          severity: 'warning',
          message: 'nonce has no value, so the server treats it as not sent.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
  ],
};
