import type { Corpus } from '../support/corpus.ts';
import { asked, NONCE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR18',
  valid: [{ name: 'nonce is short', flow: asked({ nonce: NONCE }), gates: ['fapi2'] }],
  invalid: [
    {
      name: 'nonce is long',
      flow: asked({ nonce: 'n'.repeat(65) }),
      gates: ['fapi2'],
      findings: [
        {
          severity: 'warning',
          message:
            'nonce “nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn” has 65 characters; servers need not take more than 64.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
  ],
};
