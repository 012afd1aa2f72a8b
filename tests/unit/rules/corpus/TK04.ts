import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, CLIENT, formFields, withCalls } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'TK04',
  valid: [
    {
      name: 'redirect_uri is the same',
      flow: withCalls(answered(), {
        fields: formFields({ grant_type: 'authorization_code', code: 'code-1', redirect_uri: CLIENT }),
      }),
    },
    {
      name: 'the request had none',
      flow: withCalls(answered(authorizeUrl({ redirect_uri: undefined })), {
        fields: formFields({ grant_type: 'authorization_code', code: 'code-1' }),
      }),
    },
  ],
  invalid: [
    {
      name: 'redirect_uri has a slash more',
      flow: withCalls(answered(), {
        fields: formFields({ grant_type: 'authorization_code', code: 'code-1', redirect_uri: `${CLIENT}/` }),
      }),
      findings: [
        {
          severity: 'error',
          message:
            'redirect_uri of the call “Token” is “https://app.example/cb/”; the request sent “https://app.example/cb”.',
          at: { part: 'call', parameter: 'redirect_uri' },
        },
      ],
    },
    {
      name: 'redirect_uri is missing',
      flow: withCalls(answered(), {
        fields: formFields({ grant_type: 'authorization_code', code: 'code-1' }),
      }),
      findings: [
        {
          severity: 'error',
          message: 'redirect_uri is missing in the call “Token”; the request sent “https://app.example/cb”.',
          at: { part: 'call', parameter: 'redirect_uri' },
        },
      ],
    },
  ],
};
