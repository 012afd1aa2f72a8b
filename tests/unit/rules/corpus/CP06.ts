import type { Corpus } from '../support/corpus.ts';
import { requested } from '../support/flows.ts';
import { connectpayUrl } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'CP06',
  valid: [
    {
      name: 'the host is known',
      flow: {
        ...requested(connectpayUrl({ redirect_url: 'http://127.0.0.1:5000/other' })),
        environmentId: 'sandbox',
      },
    },
    { name: 'no host is known', flow: requested(connectpayUrl()) },
  ],
  invalid: [
    {
      name: 'the host is another',
      flow: {
        ...requested(connectpayUrl({ redirect_url: 'https://app.example/cb' })),
        environmentId: 'sandbox',
      },
      findings: [
        {
          severity: 'warning',
          message:
            'redirect_url “https://app.example/cb” is at “app.example”; the callback list of this environment is known to have “127.0.0.1”.',
          at: { part: 'request', parameter: 'redirect_url' },
        },
      ],
    },
  ],
};
