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
  rule: 'CB10',
  valid: [
    {
      name: 'c_hash is that of the code',
      flow: answered(
        hybrid,
        callbackUrl({ id_token: tokenOf({ ...claims, c_hash: tokenHash('code-1', 'PS256') }) }, '#'),
      ),
    },
    {
      name: 'c_hash is made with SHA-512',
      flow: answered(
        hybrid,
        callbackUrl(
          { id_token: tokenOf({ ...claims, c_hash: tokenHash('code-1', 'PS512') }, { alg: 'PS512' }) },
          '#',
        ),
      ),
    },
    {
      name: 'no code came',
      flow: answered(
        authorizeUrl({ response_type: 'id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl({ code: undefined, id_token: tokenOf(claims) }, '#'),
      ),
    },
  ],
  invalid: [
    {
      name: 'c_hash is that of another code',
      flow: answered(
        hybrid,
        callbackUrl({ id_token: tokenOf({ ...claims, c_hash: tokenHash('code-2', 'PS256') }) }, '#'),
      ),
      findings: [
        {
          severity: 'error',
          message:
            'c_hash in the id_token is “DKqIwlfXEiJo9klFOfrt9g”; the hash of code “code-1” for PS256 is “Ub1mOf7XwLSCavbAa_5PTA”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'c_hash is missing',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf({ ...claims }) }, '#')),
      findings: [
        {
          severity: 'error',
          message: 'c_hash is missing in the id_token that came with code “code-1”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
  ],
};
