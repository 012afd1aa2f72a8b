import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB26',
  valid: [
    {
      name: 'token_type came',
      flow: answered(
        authorizeUrl({ response_type: 'token' }),
        callbackUrl({ code: undefined, access_token: 'at', token_type: 'Bearer' }, '#'),
      ),
    },
    { name: 'there is no access token', flow: answered() },
  ],
  invalid: [
    {
      name: 'it is missing',
      flow: answered(
        authorizeUrl({ response_type: 'token' }),
        callbackUrl({ code: undefined, access_token: 'at' }, '#'),
      ),
      findings: [
        {
          severity: 'error',
          message: 'token_type is missing beside access_token.',
          at: { part: 'callback', parameter: 'token_type' },
        },
      ],
    },
    {
      name: 'it is empty',
      flow: answered(
        authorizeUrl({ response_type: 'token' }),
        callbackUrl({ code: undefined, access_token: 'at', token_type: '' }, '#'),
      ),
      findings: [
        {
          severity: 'error',
          message: 'token_type is empty beside access_token.',
          at: { part: 'callback', parameter: 'token_type' },
        },
      ],
    },
  ],
};
