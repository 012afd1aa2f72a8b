import type { Corpus } from '../support/corpus.ts';
import { CLIENT, requested } from '../support/flows.ts';
import { connectpayUrl } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'CP02',
  valid: [{ name: 'it has no query', flow: requested(connectpayUrl()) }],
  invalid: [
    {
      name: 'it has a query',
      flow: requested(connectpayUrl({ redirect_url: `${CLIENT}?a=1` })),
      findings: [
        {
          severity: 'error',
          message:
            'redirect_url “https://app.example/cb?a=1” has query parameters, which ConnectPay forbids.',
          at: { part: 'request', parameter: 'redirect_url' },
        },
      ],
    },
  ],
};
