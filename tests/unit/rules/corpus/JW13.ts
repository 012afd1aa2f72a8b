import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW13',
  valid: [
    {
      name: 'the header names a key and no more',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
    },
  ],
  invalid: [
    {
      name: 'the header has jku',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { jku: 'https://evil.example/jwks' }) })),
      findings: [
        {
          severity: 'warning',
          message:
            'The request object: The header carries the address of a key set (jku) “https://evil.example/jwks”.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'the header has a key',
      flow: requested(
        authorizeUrl({
          request: tokenOf(claims, {
            alg: 'ES256',
            jwk: { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) },
          }),
        }),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'The request object: The header carries a key (jwk).',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'the header has x5u',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { x5u: 'https://evil.example/cert' }) })),
      findings: [
        {
          severity: 'warning',
          message:
            'The request object: The header carries the address of a certificate (x5u) “https://evil.example/cert”.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
