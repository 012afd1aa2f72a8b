import type { Corpus } from '../support/corpus.ts';
import { leatherback, NONCE, STATE, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO06',
  valid: [{ name: 'everything stands inside', flow: signed() }],
  invalid: [
    {
      name: 'state stands outside alone',
      flow: signed({ state: undefined }, { state: STATE }),
      findings: [
        {
          severity: 'warning',
          message:
            'state “Zk3vQ1x8T0yWm5bR7cN2dL” stands outside of the request object alone: it is not signed, and servers ignore it.',
          at: { part: 'request', parameter: 'state' },
        },
      ],
    },
    {
      name: 'nonce stands outside alone under FAPI',
      flow: signed({ nonce: undefined }, { nonce: NONCE }),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message:
            'nonce “b0f6a1de-5c1e-4c0e-9a7b-2f6d1f3f8a44” stands outside of the request object alone: it is not signed, and servers ignore it.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
    {
      name: 'the provider documents state there',
      flow: leatherback(),
      findings: [
        {
          severity: 'info',
          message:
            'state “Zk3vQ1x8T0yWm5bR7cN2dL” stands outside of the request object alone: it is not signed, and servers ignore it.',
          at: { part: 'request', parameter: 'state' },
        },
      ],
    },
  ],
};
