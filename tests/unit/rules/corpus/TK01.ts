import { oauth } from '../../../../lib/providers/oauth.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, formFields, withCalls } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'TK01',
  valid: [
    {
      name: 'the code is exchanged',
      flow: withCalls(answered(), {
        fields: formFields({ grant_type: 'authorization_code', code: 'code-1' }),
      }),
    },
  ],
  invalid: [
    {
      name: 'the password is sent',
      flow: withCalls(answered(), {
        fields: formFields({ grant_type: 'password', username: 'jane', password: undefined }),
      }),
      findings: [
        {
          severity: 'error',
          message: 'The call “Token” uses grant_type=password, so the client handles the person’s password.',
          at: { part: 'call', parameter: 'grant_type' },
        },
      ],
    },
    {
      name: 'the provider documents it so',
      flow: withCalls(answered(), {
        stepId: 'user-token',
        name: 'User token',
        fields: formFields({ grant_type: 'password' }),
      }),
      context: {
        profile: {
          ...oauth,
          steps: [
            {
              id: 'user-token',
              name: 'User token',
              summary: '',
              source: '',
              kind: 'call',
              fields: [],
              gives: [],
              notes: [],
            },
          ],
        },
      },
      findings: [
        {
          severity: 'info',
          message:
            'The call “User token” uses grant_type=password, so the client handles the person’s password; OAuth documents it so.',
          at: { part: 'call', parameter: 'grant_type' },
        },
      ],
    },
  ],
};
