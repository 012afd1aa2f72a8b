import type { Corpus } from '../support/corpus.ts';
import { signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO09',
  valid: [
    { name: 'iss is the client', flow: signed() },
    { name: 'there is none', flow: signed({ iss: undefined }) },
  ],
  invalid: [
    {
      name: 'iss is another',
      flow: signed({ iss: 'https://app.example' }),
      findings: [
        {
          severity: 'warning',
          message: 'iss of the request object is “https://app.example”; client_id is “c1”.',
          at: { part: 'request', parameter: 'iss' },
        },
      ],
    },
  ],
};
