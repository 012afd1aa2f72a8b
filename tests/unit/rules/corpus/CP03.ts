import type { Corpus } from '../support/corpus.ts';
import { requested } from '../support/flows.ts';
import { connectpayUrl } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'CP03',
  valid: [{ name: 'it is a version 4 UUID', flow: requested(connectpayUrl()) }],
  invalid: [
    {
      name: 'it is missing',
      flow: requested(connectpayUrl({ nonce: undefined })),
      findings: [
        {
          severity: 'error',
          message: 'nonce is missing; the text requires it, although the sample leaves it out.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
    {
      name: 'it is another version',
      flow: requested(connectpayUrl({ nonce: 'b0f6a1de-5c1e-1c0e-9a7b-2f6d1f3f8a44' })),
      findings: [
        {
          severity: 'error',
          message: 'nonce “b0f6a1de-5c1e-1c0e-9a7b-2f6d1f3f8a44” is not a version 4 UUID.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
  ],
};
