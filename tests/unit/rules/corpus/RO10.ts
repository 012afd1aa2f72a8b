import type { Corpus } from '../support/corpus.ts';
import { NOW_SECONDS } from '../support/flows.ts';
import { signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO10',
  valid: [{ name: 'it ends in five minutes', flow: signed(), gates: ['fapi1'] }],
  invalid: [
    {
      name: 'it has no end',
      flow: signed({ exp: undefined }),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message: 'exp is missing from the request object.',
          at: { part: 'request', parameter: 'exp' },
        },
      ],
    },
    {
      name: 'it ends after two hours',
      flow: signed({ exp: NOW_SECONDS + 7_200 }),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message: 'The request object is valid for 2 h (exp − nbf); FAPI allows 60 min.',
          at: { part: 'request', parameter: 'exp' },
        },
      ],
    },
  ],
};
