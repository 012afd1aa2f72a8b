import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { last, requested } from '../support/flows.ts';
import { connectpayUrl } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'CP08',
  valid: [{ name: 'it is the whole window', flow: requested(connectpayUrl()) }],
  invalid: [
    {
      name: 'it is an iframe',
      flow: last(new Story(1, 5).request(connectpayUrl())),
      findings: [
        {
          severity: 'error',
          message: 'The authorize request was opened in an iframe, which ConnectPay forbids.',
          at: { part: 'request' },
        },
      ],
    },
  ],
};
