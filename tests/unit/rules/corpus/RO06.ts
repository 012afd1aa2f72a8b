import type { Corpus } from '../support/corpus.ts';
import { leatherback, NONCE, STATE, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO06',
  valid: [
    { name: 'everything is inside', flow: signed() },
    { name: 'OpenID puts both places together', flow: signed({ state: undefined }, { state: STATE }) },
    { name: 'the provider documents state there', flow: leatherback() },
  ],
  invalid: [
    {
      name: 'state is outside only in plain OAuth',
      flow: signed(
        { state: undefined, nonce: undefined, scope: 'accounts', response_type: 'code' },
        { state: STATE, scope: 'accounts', response_type: 'code' },
      ),
      findings: [
        {
          severity: 'warning',
          message:
            'state “Zk3vQ1x8T0yWm5bR7cN2dL” is sent outside of the request object only: it is not signed, and a server that follows RFC 9101 does not read it.',
          at: { part: 'request', parameter: 'state' },
        },
      ],
    },
    {
      name: 'nonce is outside only under FAPI',
      flow: signed({ nonce: undefined }, { nonce: NONCE }),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message:
            'nonce “b0f6a1de-5c1e-4c0e-9a7b-2f6d1f3f8a44” is sent outside of the request object only: it is not signed, and a server that follows FAPI 1.0 Advanced does not read it.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
  ],
};
