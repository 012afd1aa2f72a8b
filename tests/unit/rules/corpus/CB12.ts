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
  rule: 'CB12',
  valid: [
    {
      name: 's_hash is that of state',
      flow: answered(
        hybrid,
        callbackUrl({ id_token: tokenOf({ ...claims, s_hash: tokenHash('s1', 'PS256') }) }, '#'),
      ),
      gates: ['fapi1'],
    },
    {
      name: 's_hash is missing and FAPI is not asked for',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf({ ...claims }) }, '#')),
    },
  ],
  invalid: [
    {
      name: 's_hash is that of another state',
      flow: answered(
        hybrid,
        callbackUrl({ id_token: tokenOf({ ...claims, s_hash: tokenHash('s2', 'PS256') }) }, '#'),
      ),
      findings: [
        {
          severity: 'error',
          message:
            's_hash in the id_token is “rTKIRqoYsyozWBY3RRHKwQ”; the hash of state “s1” for PS256 is “6LwWPILu4YczKIx9SsY22w”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 's_hash is missing under FAPI 1.0 Advanced',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf({ ...claims }) }, '#')),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message: 's_hash is missing in the id_token that came with state “s1”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
  ],
};
