import type { Corpus } from '../support/corpus.ts';
import { answered, formFields, ISSUER, withCalls } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'TK02',
  valid: [
    {
      name: 'credentials are in the form',
      flow: withCalls(answered(), {
        fields: formFields({ grant_type: 'client_credentials', client_secret: undefined }),
      }),
    },
  ],
  invalid: [
    {
      name: 'the secret is in the URL',
      flow: withCalls(answered(), { url: `${ISSUER}/token?client_id=c1&client_secret=s`, fields: [] }),
      findings: [
        {
          severity: 'error',
          message: 'The call “Token” sends client_secret in its URL, which servers and proxies log.',
          at: { part: 'call', parameter: 'client_secret' },
        },
      ],
    },
    {
      name: 'a query field is a token',
      flow: withCalls(answered(), { fields: formFields({ access_token: undefined }, 'query') }),
      findings: [
        {
          severity: 'error',
          message: 'The call “Token” sends access_token in its URL, which servers and proxies log.',
          at: { part: 'call', parameter: 'access_token' },
        },
      ],
    },
  ],
};
