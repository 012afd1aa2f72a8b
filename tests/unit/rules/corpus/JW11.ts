import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW11',
  valid: [
    {
      name: 'kid names a key of the set',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'ES256' }) })),
      context: {
        verified: [
          {
            token: tokenOf(claims, { alg: 'ES256' }),
            status: 'verified',
            reason: 'The signature is valid.',
            keys: [
              { kty: 'EC', crv: 'P-256', kid: 'k1', x: 'A'.repeat(43), y: 'A'.repeat(43) } as JsonWebKey,
            ],
          },
        ],
      },
    },
    {
      name: 'the set is unknown',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
    },
  ],
  invalid: [
    {
      name: 'kid is missing',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { kid: undefined }) })),
      findings: [
        {
          severity: 'info',
          message:
            'The request object has no kid in its header; it needs one where the key set has several keys.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'no key has this kid',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'ES256', kid: 'k2' }) })),
      context: {
        verified: [
          {
            token: tokenOf(claims, { alg: 'ES256', kid: 'k2' }),
            status: 'verified',
            reason: 'The signature is valid.',
            keys: [
              { kty: 'EC', crv: 'P-256', kid: 'k1', x: 'A'.repeat(43), y: 'A'.repeat(43) } as JsonWebKey,
            ],
          },
        ],
      },
      findings: [
        {
          severity: 'warning',
          message: 'The request object has kid “k2”, which no key of the set has.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'two keys have this kid',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'ES256' }) })),
      context: {
        verified: [
          {
            token: tokenOf(claims, { alg: 'ES256' }),
            status: 'verified',
            reason: 'The signature is valid.',
            keys: [
              { kty: 'EC', crv: 'P-256', kid: 'k1', x: 'A'.repeat(43), y: 'A'.repeat(43) } as JsonWebKey,
              { kty: 'EC', crv: 'P-256', kid: 'k1', x: 'A'.repeat(43), y: 'A'.repeat(43) } as JsonWebKey,
            ],
          },
        ],
      },
      findings: [
        {
          severity: 'warning',
          message: 'The request object has kid “k1”, which 2 keys of the set have.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
