import type { Corpus } from '../support/corpus.ts';
import { requested } from '../support/flows.ts';
import { connectpayUrl } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'CP05',
  valid: [
    { name: 'there is one family', flow: requested(connectpayUrl()) },
    { name: 'there is the other family', flow: requested(connectpayUrl({ scope: 'ob-as ob-ps' })) },
  ],
  invalid: [
    {
      name: 'families are mixed',
      flow: requested(connectpayUrl({ scope: 'psd2-ais ob-as' })),
      findings: [
        {
          severity: 'error',
          message:
            'scope “psd2-ais ob-as” mixes PSD2 scopes with those of Connect Propriety; ConnectPay answers with an error.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
  ],
};
