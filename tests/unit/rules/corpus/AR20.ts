import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR20',
  valid: [
    { name: 'it is S256', flow: asked() },
    {
      name: 'PKCE is not used',
      flow: asked({ code_challenge: undefined, code_challenge_method: undefined }),
    },
  ],
  invalid: [
    {
      name: 'it is missing',
      flow: asked({ code_challenge_method: undefined }),
      findings: [
        {
          severity: 'error',
          message:
            'code_challenge_method is missing, so the server takes code_challenge as plain, which shows the verifier.',
          at: { part: 'request', parameter: 'code_challenge_method' },
        },
      ],
    },
    {
      name: 'it is plain',
      flow: asked({ code_challenge_method: 'plain' }),
      findings: [
        {
          severity: 'error',
          message: 'code_challenge_method is “plain”, which shows the verifier to whoever sees the request.',
          at: { part: 'request', parameter: 'code_challenge_method' },
        },
      ],
    },
    {
      name: 'it is in the wrong case',
      flow: asked({ code_challenge_method: 's256' }),
      findings: [
        {
          severity: 'error',
          message: 'code_challenge_method is “s256”, which is not defined; names are case sensitive.',
          at: { part: 'request', parameter: 'code_challenge_method' },
        },
      ],
    },
  ],
};
