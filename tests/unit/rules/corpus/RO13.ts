import type { Corpus } from '../support/corpus.ts';
import { signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO13',
  valid: [
    { name: 'there is no sub', flow: signed() },
    { name: 'sub is a person', flow: signed({ sub: 'jane' }) },
  ],
  invalid: [
    {
      name: 'sub is the client',
      flow: signed({ sub: 'c1' }),
      findings: [
        {
          severity: 'warning',
          message:
            'sub of the request object is the client_id “c1”, as in a client assertion: whoever sees it could sign in as the client.',
          at: { part: 'request', parameter: 'sub' },
        },
      ],
    },
  ],
};
