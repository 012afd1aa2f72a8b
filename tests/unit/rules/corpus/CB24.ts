import type { Corpus } from '../support/corpus.ts';
import { answered, ISSUER, withCalls } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB24',
  valid: [
    {
      name: 'the endpoint is visited',
      flow: withCalls(answered(), {}),
      gates: ['fapi2'],
    },
  ],
  invalid: [
    {
      name: 'a script calls the endpoint',
      flow: withCalls(answered(), { name: 'Authorize', method: 'GET', url: `${ISSUER}/authorize?x=1` }),
      gates: ['fapi2'],
      findings: [
        {
          severity: 'warning',
          message:
            'Authorize called the authorization endpoint “https://as.example/authorize” from a script.',
          at: { part: 'call', parameter: 'Authorize' },
        },
      ],
    },
  ],
};
