import type { Corpus } from '../support/corpus.ts';
import { answered, CLIENT, formFields, urlOf, withCalls } from '../support/flows.ts';
import { leatherback, STATE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'LB05',
  valid: [
    {
      name: 'the code comes as authorizationCode',
      flow: answered(leatherback().request?.url, urlOf(CLIENT, { authorizationCode: 'c', state: STATE })),
    },
    {
      name: 'it is exchanged as code',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        fields: formFields({ grant_type: 'authorization_code', code: undefined }),
      }),
    },
  ],
  invalid: [
    {
      name: 'it is exchanged as authorizationCode',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        fields: formFields({ grant_type: 'authorization_code', authorizationCode: undefined }),
      }),
      findings: [
        {
          severity: 'error',
          message: 'The token call sends authorizationCode; it takes the value as code.',
          at: { part: 'call', parameter: 'authorizationCode' },
        },
      ],
    },
    {
      name: 'it comes as code',
      flow: answered(leatherback().request?.url, urlOf(CLIENT, { code: 'c', state: STATE })),
      findings: [
        {
          severity: 'info',
          message: 'The callback names the code “code”; the documents say authorizationCode.',
          at: { part: 'callback', parameter: 'code' },
        },
      ],
    },
  ],
};
