import type { Corpus } from '../support/corpus.ts';
import { ISSUER, requested, tokenOf, urlOf } from '../support/flows.ts';
import { CLAIMS, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO07',
  valid: [{ name: 'it is signed', flow: signed(), gates: ['fapi1'] }],
  invalid: [
    {
      name: 'alg is none',
      flow: signed({}, {}, { alg: 'none' }),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message: 'The request object is not signed: alg is none.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'the signature is cut off',
      flow: requested(
        urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request: tokenOf(CLAIMS).replace(/[^.]*$/, '') }),
      ),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message: 'The request object is not signed: its signature is empty.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
