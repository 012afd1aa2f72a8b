import type { Corpus } from '../support/corpus.ts';
import { leatherback, STATE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'LB04',
  valid: [{ name: 'state is signed', flow: leatherback({ state: STATE }) }],
  invalid: [
    {
      name: 'state stands outside',
      flow: leatherback(),
      findings: [
        {
          severity: 'info',
          message: 'state “Zk3vQ1x8T0yWm5bR7cN2dL” is not signed, so that it can be changed on the way.',
          at: { part: 'request', parameter: 'state' },
        },
      ],
    },
  ],
};
