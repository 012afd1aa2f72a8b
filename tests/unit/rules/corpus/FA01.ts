import type { Corpus } from '../support/corpus.ts';
import { formFields, withCalls } from '../support/flows.ts';
import { asked, finapiCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'FA01',
  valid: [
    {
      name: 'it is sent',
      flow: withCalls(
        asked(),
        finapiCall({
          fields: formFields({ grant_type: 'password', client_id: 'c', client_secret: undefined }),
        }),
      ),
    },
  ],
  invalid: [
    {
      name: 'the document’s list is followed',
      flow: withCalls(
        asked(),
        finapiCall({
          fields: formFields({ grant_type: 'password', client_id: 'c', username: 'u', password: undefined }),
        }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'client_secret is missing from the token call with grant_type “password”.',
          at: { part: 'call', parameter: 'client_secret' },
        },
      ],
    },
  ],
};
