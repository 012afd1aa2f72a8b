import type { Corpus } from '../support/corpus.ts';
import { requested } from '../support/flows.ts';
import { connectpayUrl } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'CP04',
  valid: [
    { name: 'it is as in the guide', flow: requested(connectpayUrl()) },
    {
      name: 'the environment documents flowId',
      flow: {
        ...requested(connectpayUrl({ flowid: undefined, flowId: 'GetPSD2AuthCode' })),
        environmentId: 'sandbox-flowId',
      },
    },
  ],
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
      name: 'it is spelled flowId and no environment is known',
      flow: requested(connectpayUrl({ flowid: undefined, flowId: 'GetPSD2AuthCode' })),
      findings: [
        {
          severity: 'info',
          message:
            'flowId is the spelling of newer pages; the guide writes flowid, and names are case sensitive.',
          at: { part: 'request', parameter: 'flowId' },
        },
      ],
    },
    {
      name: 'it is spelled flowId where the environment documents flowid',
      flow: {
        ...requested(connectpayUrl({ flowid: undefined, flowId: 'GetPSD2AuthCode' })),
        environmentId: 'sandbox',
      },
      findings: [
        {
          severity: 'warning',
          message:
            'flowId is spelled otherwise than this environment documents it (flowid); names are case sensitive.',
          at: { part: 'request', parameter: 'flowId' },
        },
      ],
    },
    {
      name: 'it is spelled flowid where the environment documents flowId',
      flow: { ...requested(connectpayUrl()), environmentId: 'sandbox-flowId' },
      findings: [
        {
          severity: 'warning',
          message:
            'flowid is spelled otherwise than this environment documents it (flowId); names are case sensitive.',
          at: { part: 'request', parameter: 'flowid' },
        },
      ],
    },
    {
      name: 'it is another flow',
      flow: requested(connectpayUrl({ flowid: 'getpsd2authcode' })),
      findings: [
        {
          severity: 'error',
          message: 'flowid “getpsd2authcode” is not GetPSD2AuthCode, the flow that gives codes.',
          at: { part: 'request', parameter: 'flowid' },
        },
      ],
    },
  ],
};
