import type { Corpus } from '../support/corpus.ts';
import { requested } from '../support/flows.ts';
import { connectpayUrl } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'CP09',
  valid: [
    { name: 'both scopes of PSD2 are asked for', flow: requested(connectpayUrl()) },
    { name: 'one is', flow: requested(connectpayUrl({ scope: 'psd2-pis' })) },
  ],
  invalid: [
    {
      name: 'a scope is misspelt',
      flow: requested(connectpayUrl({ scope: 'psd2-ais psd2-pls' })),
      findings: [
        {
          severity: 'error',
          message: 'scope has “psd2-pls”, which ConnectPay does not document.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
    {
      name: 'a scope is written with an underscore',
      flow: requested(connectpayUrl({ scope: 'psd2_ais' })),
      findings: [
        {
          severity: 'error',
          message: 'scope has “psd2_ais”, which ConnectPay does not document.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
    {
      name: 'scope is missing',
      flow: requested(connectpayUrl({ scope: undefined })),
      findings: [
        {
          severity: 'error',
          message: 'scope is missing; ConnectPay requires it.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
    {
      name: 'a proprietary scope is unknown',
      flow: requested(connectpayUrl({ scope: 'ob-xs' })),
      findings: [
        {
          severity: 'warning',
          message: 'scope has “ob-xs”, which ConnectPay does not document.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
  ],
};
