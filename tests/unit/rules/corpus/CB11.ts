import { tokenHash } from '../../../../lib/oauth/token-hash.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl, ISSUER, NOW_SECONDS, tokenOf } from '../support/flows.ts';

const claims = {
  iss: ISSUER,
  sub: 'jane',
  aud: 'c1',
  iat: NOW_SECONDS,
  exp: NOW_SECONDS + 300,
  nonce: 'n1',
};
const hybrid = authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' });

export const corpus: Corpus = {
  rule: 'CB11',
  valid: [
    {
      name: 'at_hash is that of the token',
      flow: answered(
        authorizeUrl({ response_type: 'id_token token', nonce: 'n1', scope: 'openid' }),
        callbackUrl(
          {
            code: undefined,
            access_token: 'at-1',
            id_token: tokenOf({ ...claims, at_hash: tokenHash('at-1', 'PS256') }),
          },
          '#',
        ),
      ),
    },
    {
      name: 'no access token came',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf({ ...claims }) }, '#')),
    },
  ],
  invalid: [
    {
      name: 'at_hash is that of another token',
      flow: answered(
        authorizeUrl({ response_type: 'id_token token', nonce: 'n1', scope: 'openid' }),
        callbackUrl(
          {
            code: undefined,
            access_token: 'at-1',
            id_token: tokenOf({ ...claims, at_hash: tokenHash('at-2', 'PS256') }),
          },
          '#',
        ),
      ),
      findings: [
        {
          severity: 'error',
          message:
            'at_hash in the id_token is “Rv_Y8zmyH5bp8CPx5x1oKw”; the hash of access_token “at-1” for PS256 is “R8PYaIQdcYEdkSc9TeGyiQ”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'at_hash is missing',
      flow: answered(
        authorizeUrl({ response_type: 'id_token token', nonce: 'n1', scope: 'openid' }),
        callbackUrl({ code: undefined, access_token: 'at-1', id_token: tokenOf(claims) }, '#'),
      ),
      findings: [
        {
          severity: 'error',
          message: 'at_hash is missing in the id_token that came with access_token “at-1”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
  ],
};
