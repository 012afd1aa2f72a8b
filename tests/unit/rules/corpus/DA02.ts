import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'DA02',
  valid: [{ name: 'all are there', flow: withCalls(asked(), dauthCall()) }],
  invalid: [
    {
      name: 'one is a number',
      flow: withCalls(asked(), dauthCall({ consumer_key: 7 })),
      findings: [
        {
          severity: 'error',
          message: 'consumer_key is not a string; the server answers OBP-20071, as for a wrong signature.',
          at: { part: 'token', parameter: 'payload.consumer_key' },
        },
      ],
    },
    {
      name: 'one is missing',
      flow: withCalls(asked(), dauthCall({ network_name: undefined })),
      findings: [
        {
          severity: 'error',
          message: 'network_name is missing; the server answers OBP-20071, as for a wrong signature.',
          at: { part: 'token', parameter: 'payload.network_name' },
        },
      ],
    },
  ],
};
