import type { Corpus } from '../support/corpus.ts';
import { signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR32',
  valid: [{ name: 'the URL is short', flow: signed() }],
  invalid: [
    {
      name: 'the URL is long',
      flow: signed({ purpose: 'x'.repeat(1_500) }),
      findings: [
        {
          severity: 'info',
          message:
            'The URL has 2918 characters with its request object; some servers and proxies stop at 2000.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
