import type { Corpus } from '../support/corpus.ts';
import { NOW_SECONDS } from '../support/flows.ts';
import { signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO11',
  valid: [{ name: 'nbf is now', flow: signed(), gates: ['fapi1'] }],
  invalid: [
    {
      name: 'it is missing',
      flow: signed({ nbf: undefined }),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message: 'nbf is missing from the request object.',
          at: { part: 'request', parameter: 'nbf' },
        },
      ],
    },
    {
      name: 'it is two hours old',
      flow: signed({ nbf: NOW_SECONDS - 7_200 }),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message: 'nbf was 2 h before the request, 20:13:20; FAPI allows 60 min.',
          at: { part: 'request', parameter: 'nbf' },
        },
      ],
    },
  ],
};
