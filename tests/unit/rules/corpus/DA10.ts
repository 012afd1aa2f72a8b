import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'DA10',
  valid: [{ name: 'it stands alone', flow: withCalls(asked(), dauthCall()) }],
  invalid: [
    {
      name: 'there is an Authorization header',
      flow: withCalls(asked(), dauthCall({}, {}, { headers: [{ in: 'header', name: 'Authorization' }] })),
      findings: [
        {
          severity: 'warning',
          message:
            'The request also has an Authorization header; the server takes that one and ignores DAuth.',
          at: { part: 'call', parameter: 'Authorization' },
        },
      ],
    },
  ],
};
