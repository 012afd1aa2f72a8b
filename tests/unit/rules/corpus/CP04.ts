import type { Corpus } from '../support/corpus.ts';
import { requested } from '../support/flows.ts';
import { connectpayUrl } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'CP04',
  valid: [{ name: 'it is as in the guide', flow: requested(connectpayUrl()) }],
  invalid: [
    {
      name: 'it is missing',
      flow: requested(connectpayUrl({ flowid: undefined })),
      findings: [
        {
          severity: 'error',
          message: 'flowid is missing; ConnectPay does not know which flow to run.',
          at: { part: 'request', parameter: 'flowid' },
        },
      ],
    },
    {
      name: 'it is spelled flowId',
      flow: requested(connectpayUrl({ flowid: undefined, flowId: 'GetPSD2AuthCode' })),
      findings: [
        {
          severity: 'warning',
          message:
            'flowId “GetPSD2AuthCode” is spelled as on newer pages; the guide writes flowid, and names are case sensitive.',
          at: { part: 'request', parameter: 'flowId' },
        },
      ],
    },
    {
      name: 'it is another flow',
      flow: requested(connectpayUrl({ flowid: 'getpsd2authcode' })),
      findings: [
        {
          severity: 'error',
          message: 'flowid “getpsd2authcode” is not GetPSD2AuthCode, which gives codes.',
          at: { part: 'request', parameter: 'flowid' },
        },
      ],
    },
  ],
};
