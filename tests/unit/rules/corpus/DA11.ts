import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'DA11',
  valid: [
    {
      name: 'it is that of version 5.1.0',
      flow: withCalls(
        asked(),
        dauthCall({}, {}, { body: { username: 'u', provider: 'dauth.ETHEREUM', view_id: 'owner' } }),
      ),
    },
  ],
  invalid: [
    {
      name: 'it has views',
      flow: withCalls(asked(), dauthCall({}, {}, { body: { views: '[]' } })),
      findings: [
        {
          severity: 'error',
          message: 'The body has views, which belongs to version 4.0.0; version 5.1.0 answers OBP-10001.',
          at: { part: 'call', parameter: 'body.views' },
        },
      ],
    },
  ],
};
