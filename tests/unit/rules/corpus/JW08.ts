import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };
export const corpus: Corpus = {
  rule: 'JW08',
  valid: [
    {
      name: 'the secret is unknown',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'HS256' }) })),
    },
    {
      name: 'the token is signed with a key pair',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
    },
  ],
  invalid: [
    {
      name: 'checking the signature showed it',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'HS256' }) })),
      context: {
        verified: [
          {
            token: tokenOf(claims, { alg: 'HS256' }),
            status: 'verified',
            reason: 'The signature is valid.',
            warnings: [
              {
                code: 'weak-secret',
                message: 'The secret has 64 bits; HS256 needs 256 (RFC 7518 section 3.2).',
                remedy: 'Replace the key.',
              },
            ],
          },
        ],
      },
      findings: [
        {
          severity: 'error',
          message: 'The request object: The secret has 64 bits; HS256 needs 256 (RFC 7518 section 3.2).',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
