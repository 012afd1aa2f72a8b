import type { Corpus } from '../support/corpus.ts';
import { formFields, withCalls } from '../support/flows.ts';
import { asked, finapiCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'FA02',
  valid: [
    {
      name: 'it is a form',
      flow: withCalls(asked(), finapiCall({ fields: formFields({ grant_type: 'client_credentials' }) })),
    },
  ],
  invalid: [
    {
      name: 'it stands in the URL',
      flow: withCalls(
        asked(),
        finapiCall({
          url: 'https://sandbox.finapi.io/api/v2/oauth/token?grant_type=client_credentials&client_id=c',
          encoding: 'none',
        }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'The URL of the token call carries grant_type, client_id.',
          at: { part: 'call', parameter: 'grant_type' },
        },
      ],
    },
    {
      name: 'it is JSON',
      flow: withCalls(asked(), finapiCall({ encoding: 'json' })),
      findings: [{ severity: 'error', message: 'The token call sends JSON.', at: { part: 'call' } }],
    },
  ],
};
