import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB08',
  valid: [
    {
      name: 'the token comes in the fragment',
      flow: answered(
        authorizeUrl({ response_type: 'token' }),
        callbackUrl({ code: undefined, access_token: 'at-1', token_type: 'Bearer' }, '#'),
      ),
    },
  ],
  invalid: [
    {
      name: 'an access token comes in the query',
      flow: answered(
        authorizeUrl({ response_type: 'token' }),
        callbackUrl({ code: undefined, access_token: 'at-1', token_type: 'Bearer' }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'access_token “at-1” came in the query, where logs, history and Referer keep it.',
          at: { part: 'callback', parameter: 'access_token' },
        },
      ],
    },
  ],
};
