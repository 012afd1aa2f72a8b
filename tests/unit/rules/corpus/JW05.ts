import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW05',
  valid: [
    {
      name: 'alg is PS256 under FAPI 1.0',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
      gates: ['fapi1'],
    },
    {
      name: 'alg is EdDSA under FAPI 2.0',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'EdDSA' }) })),
      gates: ['fapi2'],
    },
    {
      name: 'alg is RS256 and FAPI is not asked for',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'RS256' }) })),
    },
  ],
  invalid: [
    {
      name: 'alg is RS256',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'RS256' }) })),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message: 'The request object has alg “RS256”; FAPI 1.0 Advanced allows PS256, ES256.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'alg is EdDSA under FAPI 1.0',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'EdDSA' }) })),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message: 'The request object has alg “EdDSA”; FAPI 1.0 Advanced allows PS256, ES256.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'alg is RS256 under FAPI 2.0',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'RS256' }) })),
      gates: ['fapi2'],
      findings: [
        {
          severity: 'error',
          message: 'The request object has alg “RS256”; FAPI 2.0 allows PS256, ES256, EdDSA, Ed25519.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
