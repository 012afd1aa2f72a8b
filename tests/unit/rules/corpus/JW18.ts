import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW18',
  valid: [
    {
      name: 'the published key is public',
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
      name: 'the set has a private key',
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
                d: 'A'.repeat(43),
              },
            ],
          },
        ],
      },
      findings: [
        {
          severity: 'error',
          message: 'The request object: The key “k1” of the set publishes private members: d.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'the header has a private key',
      flow: requested(
        authorizeUrl({
          request: tokenOf(claims, { jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB', d: 'AQAB', p: 'Aw' } }),
        }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'The request object: The key in the header (jwk) publishes private members: d, p.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
