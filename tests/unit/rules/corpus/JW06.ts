import { encodeBase64url } from '../../../../lib/jwt/base64url.ts';
import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW06',
  valid: [
    {
      name: 'an ES256 signature has 64 bytes',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'ES256' }) })),
    },
    {
      name: 'an RSA signature is as long as the modulus',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
    },
  ],
  invalid: [
    {
      name: 'the signature is cut off',
      flow: requested(authorizeUrl({ request: tokenOf(claims).replace(/[^.]*$/, '') })),
      findings: [
        {
          severity: 'error',
          message: 'The request object has alg “PS256” and no signature: it was cut off.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'an ES256 signature is DER',
      flow: requested(
        authorizeUrl({
          request: `${tokenOf(claims, { alg: 'ES256' }).replace(/[^.]*$/, '')}${encodeBase64url(new Uint8Array([0x30, 0x45, ...new Array(69).fill(1)]))}`,
        }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'The request object has a signature of 71 bytes; ES256 makes 64, and this looks like DER.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'an HS256 signature is too short',
      flow: requested(
        authorizeUrl({ request: `${tokenOf(claims, { alg: 'HS256' }).replace(/[^.]*$/, '')}AAAA` }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'The request object has a signature of 3 bytes; HS256 makes 32.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'an RSA signature differs from the modulus',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
      context: {
        verified: [
          {
            token: tokenOf(claims),
            status: 'verified',
            reason: 'The signature is valid.',
            keys: [{ kty: 'RSA', kid: 'k1', n: '_'.repeat(512), e: 'AQAB' } as JsonWebKey],
          },
        ],
      },
      findings: [
        {
          severity: 'error',
          message: 'The request object has a signature of 256 bytes; PS256 makes 384.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
