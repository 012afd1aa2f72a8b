import type { Corpus } from '../support/corpus.ts';
import { leatherback } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'LB08',
  valid: [
    { name: 'it is code id_token', flow: leatherback() },
    { name: 'its words stand in another order', flow: leatherback({ response_type: 'id_token code' }) },
  ],
  invalid: [
    {
      name: 'it is code',
      flow: leatherback({ response_type: 'code' }),
      findings: [
        {
          severity: 'error',
          message: 'response_type is “code”; Leatherback documents “code id_token”.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
    {
      name: 'it is code token',
      flow: leatherback({ response_type: 'code token' }),
      findings: [
        {
          severity: 'error',
          message: 'response_type is “code token”; Leatherback documents “code id_token”.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
  ],
};
