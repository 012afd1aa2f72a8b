import type { Corpus } from '../support/corpus.ts';
import { CLIENT, requested } from '../support/flows.ts';
import { asked, connectpayUrl } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'CP01',
  valid: [
    { name: 'it is redirect_url', flow: requested(connectpayUrl()) },
    { name: 'it is another provider', flow: asked() },
  ],
  invalid: [
    {
      name: 'it is redirect_uri',
      flow: requested(connectpayUrl({ redirect_url: undefined, redirect_uri: CLIENT })),
      findings: [
        {
          severity: 'warning',
          message:
            'The callback “https://app.example/cb” is named redirect_uri; ConnectPay reads redirect_url.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
    {
      name: 'it is empty',
      flow: requested(connectpayUrl({ redirect_url: '' })),
      findings: [
        {
          severity: 'warning',
          message: 'redirect_url is empty; ConnectPay does not know where to send the person.',
          at: { part: 'request', parameter: 'redirect_url' },
        },
      ],
    },
    {
      name: 'it is missing',
      flow: requested(connectpayUrl({ redirect_url: undefined })),
      findings: [
        {
          severity: 'warning',
          message: 'redirect_url is missing; ConnectPay does not know where to send the person.',
          at: { part: 'request', parameter: 'redirect_url' },
        },
      ],
    },
  ],
};
