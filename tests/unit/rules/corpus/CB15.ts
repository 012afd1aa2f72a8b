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
  rule: 'CB15',
  valid: [
    {
      name: 'max_age was not sent',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf({ ...claims }) }, '#')),
    },
    {
      name: 'auth_time is fresh enough',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', scope: 'openid', max_age: '60' }),
        callbackUrl({ id_token: tokenOf({ ...claims, auth_time: NOW_SECONDS - 30 }) }, '#'),
      ),
    },
  ],
  invalid: [
    {
      name: 'auth_time is missing',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', scope: 'openid', max_age: '60' }),
        callbackUrl({ id_token: tokenOf({ ...claims }) }, '#'),
      ),
      findings: [
        {
          severity: 'error',
          message: 'auth_time is missing in the id_token, although the request sent max_age=60.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'auth_time is too old',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', scope: 'openid', max_age: '60' }),
        callbackUrl({ id_token: tokenOf({ ...claims, auth_time: NOW_SECONDS - 3600 }) }, '#'),
      ),
      findings: [
        {
          severity: 'error',
          message:
            'The login was 1 h before the id_token came (auth_time 21:13:20), although the request sent max_age=60.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'auth_time was essential and is missing',
      flow: answered(
        authorizeUrl({
          response_type: 'code id_token',
          scope: 'openid',
          claims: JSON.stringify({ id_token: { auth_time: { essential: true } } }),
        }),
        callbackUrl({ id_token: tokenOf({ ...claims }) }, '#'),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'auth_time is missing in the id_token, although the request asked for it as essential.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
  ],
};
