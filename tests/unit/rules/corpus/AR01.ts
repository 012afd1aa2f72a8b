import type { Corpus } from '../support/corpus.ts';
import { asked, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR01',
  valid: [
    { name: 'response_type is code', flow: asked() },
    {
      name: 'the request is pushed',
      flow: asked({ response_type: undefined, request_uri: 'urn:example:1' }),
    },
    { name: 'it stands in the request object', flow: signed({}, { response_type: undefined }) },
  ],
  invalid: [
    {
      name: 'response_type is missing',
      flow: asked({ response_type: undefined }),
      findings: [
        {
          severity: 'error',
          message: 'response_type is missing.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
    {
      name: 'response_type is empty',
      flow: asked({ response_type: '' }),
      findings: [
        {
          severity: 'error',
          message: 'response_type is empty.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
  ],
};
