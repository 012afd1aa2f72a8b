import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'DA04',
  valid: [{ name: 'it is whole bytes', flow: withCalls(asked(), dauthCall()) }],
  invalid: [
    {
      name: 'it is half a byte too long',
      flow: withCalls(asked(), dauthCall({ request_id: '0x123' })),
      findings: [
        {
          severity: 'warning',
          message: 'request_id begins with 0x but has 3 digits, which is not a whole number of bytes.',
          at: { part: 'token', parameter: 'payload.request_id' },
        },
      ],
    },
  ],
};
