import type { Flow } from '../../../../lib/flow/types.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered } from '../support/flows.ts';

const withPolicy = (referrerPolicy: string): Flow => {
  const flow = answered();
  return {
    ...flow,
    hops: flow.hops.map((hop) => (hop.role === 'callback' ? { ...hop, referrerPolicy } : hop)),
  };
};

export const corpus: Corpus = {
  rule: 'CB22',
  valid: [
    {
      name: 'the page has no policy of its own',
      flow: answered(),
    },
    {
      name: 'the page sends no referrer',
      flow: withPolicy('no-referrer'),
    },
  ],
  invalid: [
    {
      name: 'the page sends its whole URL everywhere',
      flow: withPolicy('unsafe-url'),
      findings: [
        {
          severity: 'warning',
          message:
            'The page at app.example sets Referrer-Policy “unsafe-url”, which sends the URL with its code to every site that the page loads from.',
          at: { part: 'callback' },
        },
      ],
    },
    {
      name: 'the last of several policies leaks',
      flow: withPolicy('no-referrer, no-referrer-when-downgrade'),
      findings: [
        {
          severity: 'warning',
          message:
            'The page at app.example sets Referrer-Policy “no-referrer-when-downgrade”, which sends the URL with its code to every site that the page loads from.',
          at: { part: 'callback' },
        },
      ],
    },
  ],
};
