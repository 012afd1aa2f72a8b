import type { Corpus } from '../support/corpus.ts';
import { requested } from '../support/flows.ts';
import { connectpayUrl } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'CP10',
  valid: [{ name: 'it is code', flow: requested(connectpayUrl()) }],
  invalid: [
    {
      name: 'it asks for an id_token too',
      flow: requested(connectpayUrl({ response_type: 'code id_token' })),
      findings: [
        {
          severity: 'error',
          message: 'response_type is “code id_token”; ConnectPay documents code.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
    {
      name: 'it asks for a token',
      flow: requested(connectpayUrl({ response_type: 'token' })),
      findings: [
        {
          severity: 'error',
          message: 'response_type is “token”; ConnectPay documents code.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
  ],
};
