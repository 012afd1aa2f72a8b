import type { Corpus } from '../support/corpus.ts';
import { formFields, withCalls } from '../support/flows.ts';
import { leatherback } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'LB03',
  valid: [
    { name: 'it is accounts', flow: leatherback() },
    {
      name: 'the token call says account',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        fields: formFields({ grant_type: 'client_credentials', scope: 'account' }),
      }),
    },
  ],
  invalid: [
    {
      name: 'the request says account',
      flow: leatherback({ scope: 'account' }),
      findings: [
        {
          severity: 'warning',
          message: 'scope of the request object is “account”; the text says accounts.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
    {
      name: 'the token call says accounts',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        fields: formFields({ grant_type: 'client_credentials', scope: 'accounts' }),
      }),
      findings: [
        {
          severity: 'warning',
          message: 'scope of the token call is “accounts”; the documents say account there.',
          at: { part: 'call', parameter: 'scope' },
        },
      ],
    },
  ],
};
