import type { Corpus } from '../support/corpus.ts';
import { asked, askedRaw } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR03',
  valid: [
    { name: 'every parameter stands once', flow: asked() },
    {
      name: 'two resources are named',
      flow: askedRaw('&resource=https%3A%2F%2Fa.example&resource=https%3A%2F%2Fb.example'),
    },
  ],
  invalid: [
    {
      name: 'scope stands twice',
      flow: askedRaw('&scope=payments'),
      findings: [
        {
          severity: 'error',
          message: 'scope is sent 2 times: “accounts”, “payments”.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
  ],
};
