import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW19',
  valid: [
    {
      name: 'the key is for the algorithm',
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
  ],
  invalid: [
    {
      name: 'the key is of another type',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
      context: {
        verified: [
          {
            token: tokenOf(claims),
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
          severity: 'error',
          message:
            'The request object: The key “k1” of the set does not fit. PS256 needs an RSA public key; this is a key of type EC P-256.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'the key is for encryption',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'ES256' }) })),
      context: {
        verified: [
          {
            token: tokenOf(claims, { alg: 'ES256' }),
            status: 'verified',
            reason: 'The signature is valid.',
            keys: [
              {
                ...({
                  kty: 'EC',
                  crv: 'P-256',
                  kid: 'k1',
                  x: 'A'.repeat(43),
                  y: 'A'.repeat(43),
                } as JsonWebKey),
                use: 'enc',
              },
            ],
          },
        ],
      },
      findings: [
        {
          severity: 'error',
          message:
            "The request object: The key “k1” of the set does not fit. The key's use is enc; verifying needs sig.",
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'the key is for another algorithm',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'ES256' }) })),
      context: {
        verified: [
          {
            token: tokenOf(claims, { alg: 'ES256' }),
            status: 'verified',
            reason: 'The signature is valid.',
            keys: [
              {
                ...({
                  kty: 'EC',
                  crv: 'P-256',
                  kid: 'k1',
                  x: 'A'.repeat(43),
                  y: 'A'.repeat(43),
                } as JsonWebKey),
                alg: 'ES384',
              },
            ],
          },
        ],
      },
      findings: [
        {
          severity: 'error',
          message:
            "The request object: The key “k1” of the set does not fit. The key's alg is ES384, the token's ES256.",
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
