import { encodeText } from '../../../../lib/jwt/base64url.ts';
import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW03',
  valid: [
    {
      name: 'alg is PS256',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
    },
  ],
  invalid: [
    {
      name: 'alg is none',
      flow: requested(authorizeUrl({ request: `${encodeText('{"alg":"none"}')}.${encodeText('{}')}.` })),
      findings: [
        {
          severity: 'error',
          message: 'The request object has alg “none”: it is not signed, so anybody could have made it.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'alg is spelt NoNe',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'NoNe' }) })),
      findings: [
        {
          severity: 'error',
          message: 'The request object has alg “NoNe”: it is not signed, so anybody could have made it.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'alg is missing',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: undefined }) })),
      findings: [
        {
          severity: 'error',
          message: 'The request object has no alg in its header.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'alg is unknown',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'PS257' }) })),
      findings: [
        {
          severity: 'error',
          message: 'The request object has alg “PS257”, which is not a signature algorithm in use.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
