import type { Corpus } from '../support/corpus.ts';
import {
  answered,
  authorizeUrl,
  CLIENT,
  callbackUrl,
  ISSUER,
  NOW_SECONDS,
  tokenOf,
  urlOf,
  withCalls,
} from '../support/flows.ts';

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
  rule: 'CB09',
  valid: [
    {
      name: 'nonce is the one that was sent',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf({ ...claims }) }, '#')),
    },
    {
      name: 'the request was pushed, so that its nonce is unknown',
      flow: answered(
        urlOf(`${ISSUER}/authorize`, {
          client_id: 'c1',
          request_uri: 'urn:ietf:params:oauth:request_uri:x',
          redirect_uri: CLIENT,
        }),
        callbackUrl({ id_token: tokenOf(claims) }, '#'),
      ),
    },
    {
      name: 'the exchange gives an id_token with the nonce',
      flow: withCalls(answered(authorizeUrl({ nonce: 'n1', scope: 'openid' })), {
        body: JSON.stringify({ id_token: tokenOf(claims) }),
      }),
    },
  ],
  invalid: [
    {
      name: 'nonce is another',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf({ ...claims, nonce: 'n2' }) }, '#')),
      findings: [
        {
          severity: 'error',
          message: 'nonce in the id_token is “n2”; the request sent “n1”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'nonce is missing',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf({ ...claims, nonce: undefined }) }, '#')),
      findings: [
        {
          severity: 'error',
          message: 'nonce is missing in the id_token; the request sent “n1”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'nonce was not sent',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', scope: 'openid' }),
        callbackUrl({ id_token: tokenOf({ ...claims }) }, '#'),
      ),
      findings: [
        {
          severity: 'error',
          message: 'nonce in the id_token is “n1”, but the request sent none.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'nonce of the exchange’s id_token is another',
      flow: withCalls(answered(authorizeUrl({ nonce: 'n1', scope: 'openid' })), {
        body: JSON.stringify({ id_token: tokenOf({ ...claims, nonce: 'n2' }) }),
      }),
      findings: [
        {
          severity: 'error',
          message: 'nonce in the id_token is “n2”; the request sent “n1”.',
          at: { part: 'token', parameter: 'id_token' },
        },
      ],
    },
  ],
};
