import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'DA05',
  valid: [{ name: 'x is small', flow: withCalls(asked(), dauthCall()) }],
  invalid: [
    {
      name: 'X is a capital',
      flow: withCalls(asked(), dauthCall({ request_id: '0X1234' })),
      findings: [
        {
          severity: 'warning',
          message: 'request_id begins with 0X.',
          at: { part: 'token', parameter: 'payload.request_id' },
        },
      ],
    },
  ],
};
