import type { Corpus } from '../support/corpus.ts';
import { asked, VERIFIER } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR28',
  valid: [{ name: 'there is no secret', flow: asked() }],
  invalid: [
    {
      name: 'client_secret is there',
      flow: asked({ client_secret: 'not to be told' }),
      findings: [
        {
          severity: 'error',
          message:
            'client_secret (14 characters) is in the URL, which histories, logs and Referer headers keep.',
          at: { part: 'request', parameter: 'client_secret' },
        },
      ],
    },
    {
      name: 'a verifier and a token are there',
      flow: asked({ code_verifier: VERIFIER, access_token: 'at' }),
      findings: [
        {
          severity: 'error',
          message:
            'code_verifier (43 characters) is in the URL, which histories, logs and Referer headers keep.',
          at: { part: 'request', parameter: 'code_verifier' },
        },
        {
          severity: 'error',
          message:
            'access_token (2 characters) is in the URL, which histories, logs and Referer headers keep.',
          at: { part: 'request', parameter: 'access_token' },
        },
      ],
    },
  ],
};
