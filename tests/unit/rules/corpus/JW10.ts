import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW10',
  valid: [
    {
      name: 'the signature verified',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
      context: {
        verified: [
          { token: tokenOf(claims), status: 'verified', reason: 'The signature is valid.', warnings: [] },
        ],
      },
    },
    {
      name: 'the signature was not checked',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
    },
  ],
  invalid: [
    {
      name: 'the salt is too long',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
      context: {
        verified: [
          {
            token: tokenOf(claims),
            status: 'invalid-signature',
            reason: 'The signature does not match.',
            warnings: [
              {
                code: 'pss-salt',
                message:
                  'The signature verifies with a salt of 222 bytes; PS256 wants 32, the length of its hash.',
                remedy: 'Set it.',
              },
            ],
          },
        ],
      },
      findings: [
        {
          severity: 'error',
          message:
            'The request object: The signature verifies with a salt of 222 bytes; PS256 wants 32, the length of its hash.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
