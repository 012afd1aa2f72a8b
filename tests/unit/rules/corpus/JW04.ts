import { leatherback } from '../../../../lib/providers/leatherback.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW04',
  valid: [
    {
      name: 'alg is PS256',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
    },
    {
      name: 'an access token is the provider’s own affair',
      flow: answered(
        authorizeUrl({ response_type: 'token' }),
        callbackUrl({ code: undefined, access_token: tokenOf({}, { alg: 'HS256' }) }, '#'),
      ),
    },
  ],
  invalid: [
    {
      name: 'a request object has HS256 where the provider documents PS256',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'HS256' }) })),
      context: { profile: leatherback },
      findings: [
        {
          severity: 'error',
          message:
            'The request object has alg “HS256”: it is signed with a shared secret, so whoever can verify it can also make one.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'a request object has HS256 and nothing is known',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { alg: 'HS256' }) })),
      findings: [
        {
          severity: 'info',
          message:
            'The request object has alg “HS256”: it is signed with a shared secret, so whoever can verify it can also make one.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'an id_token has HS256',
      flow: answered(
        authorizeUrl({ response_type: 'id_token', scope: 'openid', nonce: 'n1' }),
        callbackUrl({ code: undefined, id_token: tokenOf({ nonce: 'n1' }, { alg: 'HS256' }) }, '#'),
      ),
      findings: [
        {
          severity: 'info',
          message:
            'The id_token has alg “HS256”: it is signed with a shared secret, so whoever can verify it can also make one.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'an id_token has HS256 under FAPI',
      flow: answered(
        authorizeUrl({ response_type: 'id_token', scope: 'openid', nonce: 'n1' }),
        callbackUrl({ code: undefined, id_token: tokenOf({ nonce: 'n1' }, { alg: 'HS256' }) }, '#'),
      ),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message:
            'The id_token has alg “HS256”: it is signed with a shared secret, so whoever can verify it can also make one.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
  ],
};
