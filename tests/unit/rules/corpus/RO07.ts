import type { Corpus } from '../support/corpus.ts';
import { ISSUER, requested, tokenOf, urlOf } from '../support/flows.ts';
import { asked, CLAIMS, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO07',
  valid: [
    { name: 'it is signed', flow: signed(), gates: ['fapi1'] },
    { name: 'it is passed by reference', flow: asked({ request_uri: 'urn:x:1' }), gates: ['fapi1'] },
    { name: 'FAPI 2.0 needs no request object', flow: asked(), gates: ['fapi2'] },
  ],
  invalid: [
    {
      name: 'there is none at all',
      flow: asked(),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message: 'The request has no request object, so every parameter can be changed on the way.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
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
