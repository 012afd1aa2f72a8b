import type { Corpus } from '../support/corpus.ts';
import { answered, formFields, NOW_SECONDS, tokenOf, withCalls } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'TK05',
  valid: [
    {
      name: 'both say an hour',
      flow: withCalls(answered(), {
        fields: formFields({ grant_type: 'client_credentials' }),
        body: JSON.stringify({
          access_token: tokenOf({ iat: NOW_SECONDS, exp: NOW_SECONDS + 3600 }),
          token_type: 'Bearer',
          expires_in: 3600,
        }),
      }),
    },
    {
      name: 'the token is no JWT',
      flow: withCalls(answered(), {
        fields: formFields({ grant_type: 'client_credentials' }),
        body: JSON.stringify({ access_token: 'opaque', token_type: 'Bearer', expires_in: 3600 }),
      }),
    },
  ],
  invalid: [
    {
      name: 'the token expires sooner',
      flow: withCalls(answered(), {
        fields: formFields({ grant_type: 'client_credentials' }),
        body: JSON.stringify({
          access_token: tokenOf({ iat: NOW_SECONDS, exp: NOW_SECONDS + 300 }),
          token_type: 'Bearer',
          expires_in: 63919,
        }),
      }),
      findings: [
        {
          severity: 'warning',
          message: 'expires_in of the call “Token” is 63919 s, but by its exp the access token lives 300 s.',
          at: { part: 'call', parameter: 'expires_in' },
        },
      ],
    },
  ],
};
