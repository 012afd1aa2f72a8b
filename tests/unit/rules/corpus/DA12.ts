import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'DA12',
  valid: [{ name: 'it ends', flow: withCalls(asked(), dauthCall()) }],
  invalid: [
    {
      name: 'it does not',
      flow: withCalls(asked(), dauthCall({ exp: undefined, jti: undefined })),
      findings: [
        {
          severity: 'warning',
          message:
            'The token has no exp and jti, and the server would not check them: whoever has the token can use it without end.',
          at: { part: 'token', parameter: 'payload' },
        },
      ],
    },
  ],
};
