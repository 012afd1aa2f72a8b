import type { Corpus } from '../support/corpus.ts';
import { answered, formFields, withCalls } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'TK07',
  valid: [
    {
      name: 'the client authenticates by Basic',
      flow: withCalls(answered(), {
        fields: [
          { in: 'header', name: 'Authorization' },
          ...formFields({ grant_type: 'authorization_code', code: 'code-1', client_id: 'c1' }),
        ],
      }),
    },
    {
      name: 'the client sends its secret',
      flow: withCalls(answered(), {
        fields: [
          ...formFields({ grant_type: 'authorization_code', code: 'code-1', client_secret: undefined }),
        ],
      }),
    },
  ],
  invalid: [
    {
      name: 'Basic stands beside client_secret',
      flow: withCalls(answered(), {
        fields: [
          { in: 'header', name: 'Authorization' },
          ...formFields({ grant_type: 'authorization_code', client_secret: undefined }),
        ],
      }),
      findings: [
        {
          severity: 'error',
          message:
            'The call “Token” authenticates the client by the Authorization header and client_secret at once.',
          at: { part: 'call', parameter: 'client_secret' },
        },
      ],
    },
    {
      name: 'a secret stands beside an assertion',
      flow: withCalls(answered(), {
        fields: [
          ...formFields({
            grant_type: 'client_credentials',
            client_secret: undefined,
            client_assertion: undefined,
          }),
        ],
      }),
      findings: [
        {
          severity: 'error',
          message: 'The call “Token” authenticates the client by client_secret and client_assertion at once.',
          at: { part: 'call', parameter: 'client_secret' },
        },
      ],
    },
  ],
};
