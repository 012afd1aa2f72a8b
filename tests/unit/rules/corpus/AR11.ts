import type { Corpus } from '../support/corpus.ts';
import { CLIENT } from '../support/flows.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR11',
  valid: [{ name: 'its query has no address', flow: asked({ redirect_uri: `${CLIENT}?tenant=7` }) }],
  invalid: [
    {
      name: 'its query has an address',
      flow: asked({ redirect_uri: `${CLIENT}?next=https%3A%2F%2Fevil.example%2F` }),
      findings: [
        {
          severity: 'warning',
          message:
            'redirect_uri carries the address “https://evil.example/” in its parameter next: a page that redirects to it hands the code to anybody who chooses that address.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
    {
      name: 'its query has an address without a scheme',
      flow: asked({ redirect_uri: `${CLIENT}?next=%2F%2Fevil.example` }),
      findings: [
        {
          severity: 'warning',
          message:
            'redirect_uri carries the address “//evil.example” in its parameter next: a page that redirects to it hands the code to anybody who chooses that address.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
  ],
};
