import type { Corpus } from '../support/corpus.ts';
import { NOW_SECONDS, withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'DA06',
  valid: [
    { name: 'it is in UTC', flow: withCalls(asked(), dauthCall()) },
    { name: 'there is none', flow: withCalls(asked(), dauthCall({ timestamp: undefined })) },
  ],
  invalid: [
    {
      name: 'it is a number of seconds',
      flow: withCalls(asked(), dauthCall({ timestamp: NOW_SECONDS })),
      findings: [
        {
          severity: 'warning',
          message: 'timestamp is not ISO 8601 in UTC.',
          at: { part: 'token', parameter: 'payload.timestamp' },
        },
      ],
    },
  ],
};
