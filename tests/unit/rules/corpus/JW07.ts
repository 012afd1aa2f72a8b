import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW07',
  valid: [
    {
      name: 'the RSA key has 2048 bits',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
      context: {
        verified: [
          {
            token: tokenOf(claims),
            status: 'verified',
            reason: 'The signature is valid.',
            keys: [{ kty: 'RSA', kid: 'k1', n: `${'_'.repeat(341)}w`, e: 'AQAB' } as JsonWebKey],
          },
        ],
      },
    },
    {
      name: 'the key is on P-256',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'ES256' }) })),
    },
  ],
  invalid: [
    {
      name: 'the signature is that of a 1024-bit key',
      flow: requested(authorizeUrl({ request: tokenOf(claims).replace(/[^.]*$/, 'A'.repeat(171)) })),
      findings: [
        {
          severity: 'error',
          message:
            'The request object has a signature of 128 bytes, so its RSA key has 1024 bits; PS256 needs 2048.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'the RSA key of the set has 1024 bits',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
      context: {
        verified: [
          {
            token: tokenOf(claims),
            status: 'verified',
            reason: 'The signature is valid.',
            keys: [{ kty: 'RSA', kid: 'k1', n: `${'_'.repeat(170)}8`, e: 'AQAB' } as JsonWebKey],
          },
        ],
      },
      findings: [
        {
          severity: 'error',
          message:
            'The request object: The key “k1” of the set is too weak. The RSA key has 1024 bits; PS256 needs 2048 (RFC 7518 section 3.5).',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
