import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'DA08',
  valid: [
    {
      name: 'it begins with dauth.',
      flow: withCalls(asked(), dauthCall({}, {}, { body: { provider: 'dauth.ETHEREUM' } })),
    },
  ],
  invalid: [
    {
      name: 'it does not',
      flow: withCalls(asked(), dauthCall({}, {}, { body: { provider: 'ETHEREUM' } })),
      findings: [
        {
          severity: 'error',
          message:
            'The body\'s provider "ETHEREUM" does not begin with dauth.; the server answers OBP-20103.',
          at: { part: 'call', parameter: 'body.provider' },
        },
      ],
    },
  ],
};
