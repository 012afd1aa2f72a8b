import type { Corpus } from '../support/corpus.ts';
import { answered, CLIENT, requested, urlOf } from '../support/flows.ts';
import { connectpayUrl, STATE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'CP07',
  valid: [
    {
      name: 'both come back',
      flow: answered(connectpayUrl(), urlOf(CLIENT, { code: 'c', state: STATE, flowid: 'GetPSD2AuthCode' })),
    },
    { name: 'nothing came yet', flow: requested(connectpayUrl()) },
  ],
  invalid: [
    {
      name: 'flowid is missing',
      flow: answered(connectpayUrl(), urlOf(CLIENT, { code: 'c', state: STATE })),
      findings: [
        {
          severity: 'warning',
          message: 'flowid is missing from the callback; ConnectPay documents it for success and failure.',
          at: { part: 'callback', parameter: 'flowid' },
        },
      ],
    },
    {
      name: 'flowid is another',
      flow: answered(connectpayUrl(), urlOf(CLIENT, { code: 'c', state: STATE, flowid: 'GetCardAuthCode' })),
      findings: [
        {
          severity: 'error',
          message: 'flowid is “GetCardAuthCode”; the request sent “GetPSD2AuthCode”.',
          at: { part: 'callback', parameter: 'flowid' },
        },
      ],
    },
  ],
};
