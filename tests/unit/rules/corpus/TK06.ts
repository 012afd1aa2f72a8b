import type { Corpus } from '../support/corpus.ts';
import { answered, formFields, withCalls } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'TK06',
  valid: [
    {
      name: 'type and number are there',
      flow: withCalls(answered(), {
        fields: formFields({ grant_type: 'client_credentials' }),
        body: JSON.stringify({ access_token: 'a', token_type: 'Bearer', expires_in: 3600 }),
      }),
    },
  ],
  invalid: [
    {
      name: 'token_type is missing',
      flow: withCalls(answered(), {
        fields: formFields({ grant_type: 'client_credentials' }),
        body: JSON.stringify({ access_token: 'a', expires_in: 3600 }),
      }),
      findings: [
        {
          severity: 'error',
          message: 'token_type is missing in the answer of the call “Token”.',
          at: { part: 'call', parameter: 'token_type' },
        },
      ],
    },
    {
      name: 'expires_in is a text',
      flow: withCalls(answered(), {
        fields: formFields({ grant_type: 'client_credentials' }),
        body: JSON.stringify({ access_token: 'a', token_type: 'Bearer', expires_in: '3600' }),
      }),
      findings: [
        {
          severity: 'warning',
          message: 'expires_in in the answer of the call “Token” is “"3600"”, which is not a number.',
          at: { part: 'call', parameter: 'expires_in' },
        },
      ],
    },
  ],
};
