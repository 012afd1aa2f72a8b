import type { Corpus } from '../support/corpus.ts';
import { formFields, withCalls } from '../support/flows.ts';
import { asked, VERIFIER } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR22',
  valid: [
    {
      name: 'it fits the challenge',
      flow: withCalls(asked(), {
        fields: formFields({ grant_type: 'authorization_code', code_verifier: VERIFIER }),
      }),
    },
    {
      name: 'it is kept as a secret',
      flow: withCalls(asked(), {
        fields: formFields({ grant_type: 'authorization_code', code_verifier: undefined }),
      }),
    },
    { name: 'there is no exchange', flow: asked() },
  ],
  invalid: [
    {
      name: 'it is another one',
      flow: withCalls(asked(), {
        fields: formFields({ grant_type: 'authorization_code', code_verifier: VERIFIER.toLowerCase() }),
      }),
      findings: [
        {
          severity: 'error',
          message:
            'code_verifier does not hash to code_challenge “E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM”.',
          at: { part: 'call', parameter: 'code_verifier' },
        },
      ],
    },
    {
      name: 'it is too short',
      flow: withCalls(asked(), {
        fields: formFields({ grant_type: 'authorization_code', code_verifier: 'short' }),
      }),
      findings: [
        {
          severity: 'error',
          message:
            'code_verifier has 5 characters; it must have 43 to 128, all of them letters, digits, “-”, “.”, “_” or “~”.',
          at: { part: 'call', parameter: 'code_verifier' },
        },
      ],
    },
  ],
};
