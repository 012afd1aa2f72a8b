import type { Corpus } from '../support/corpus.ts';
import { answered, formFields, withCalls } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'TK03',
  valid: [
    {
      name: 'the body is a form',
      flow: withCalls(answered(), {
        fields: formFields({ grant_type: 'authorization_code', code: 'code-1' }),
      }),
    },
    {
      name: 'the call asks for no token',
      flow: withCalls(answered(), { encoding: 'json', fields: [] }),
    },
  ],
  invalid: [
    {
      name: 'the body is JSON',
      flow: withCalls(answered(), {
        encoding: 'json',
        fields: formFields({ grant_type: 'authorization_code' }, 'json'),
      }),
      findings: [
        {
          severity: 'error',
          message:
            'The call “Token” asks for a token with JSON; token endpoints read POST with application/x-www-form-urlencoded.',
          at: { part: 'call', parameter: 'grant_type' },
        },
      ],
    },
    {
      name: 'it is a GET',
      flow: withCalls(answered(), {
        method: 'GET',
        encoding: 'none',
        fields: formFields({ grant_type: 'client_credentials' }, 'query'),
      }),
      findings: [
        {
          severity: 'error',
          message:
            'The call “Token” asks for a token with GET; token endpoints read POST with application/x-www-form-urlencoded.',
          at: { part: 'call', parameter: 'grant_type' },
        },
      ],
    },
  ],
};
