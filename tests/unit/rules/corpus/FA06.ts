import type { Corpus } from '../support/corpus.ts';
import { formFields, withCalls } from '../support/flows.ts';
import { asked, finapiCall, NONCE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'FA06',
  valid: [
    {
      name: 'it is a UUID',
      flow: withCalls(
        asked(),
        finapiCall({
          fields: [
            { in: 'header', name: 'X-Request-Id', value: NONCE },
            ...formFields({ client_secret: undefined }),
          ],
        }),
      ),
    },
  ],
  invalid: [
    {
      name: 'it is long',
      flow: withCalls(
        asked(),
        finapiCall({
          fields: [
            { in: 'header', name: 'X-Request-Id', value: 'x'.repeat(256) },
            ...formFields({ client_secret: undefined }),
          ],
        }),
      ),
      findings: [
        {
          severity: 'error',
          message:
            'X-Request-Id “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…xxxxxxxxxxxxxxxx” has 256 characters; finAPI takes 255.',
          at: { part: 'call', parameter: 'X-Request-Id' },
        },
      ],
    },
  ],
};
