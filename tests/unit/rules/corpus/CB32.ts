import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl, ISSUER, NOW_SECONDS, tokenOf } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB32',
  valid: [
    {
      name: 'sub is a short text',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl(
          {
            id_token: tokenOf({
              iss: ISSUER,
              sub: 'jane',
              aud: 'c1',
              iat: NOW_SECONDS,
              exp: NOW_SECONDS + 300,
              nonce: 'n1',
            }),
          },
          '#',
        ),
      ),
    },
  ],
  invalid: [
    {
      name: 'it is a number',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl(
          {
            id_token: tokenOf({
              iss: ISSUER,
              aud: 'c1',
              iat: NOW_SECONDS,
              exp: NOW_SECONDS + 300,
              nonce: 'n1',
              sub: 248289761001,
            }),
          },
          '#',
        ),
      ),
      findings: [
        {
          severity: 'error',
          message: 'sub of the id_token is “248289761001”, which is not a string.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'it is too long',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl(
          {
            id_token: tokenOf({
              iss: ISSUER,
              aud: 'c1',
              iat: NOW_SECONDS,
              exp: NOW_SECONDS + 300,
              nonce: 'n1',
              sub: 'x'.repeat(256),
            }),
          },
          '#',
        ),
      ),
      findings: [
        {
          severity: 'error',
          message: 'sub of the id_token has 256 characters; 255 are allowed.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'it is empty',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl(
          {
            id_token: tokenOf({
              iss: ISSUER,
              aud: 'c1',
              iat: NOW_SECONDS,
              exp: NOW_SECONDS + 300,
              nonce: 'n1',
              sub: '',
            }),
          },
          '#',
        ),
      ),
      findings: [
        {
          severity: 'error',
          message: 'sub of the id_token is empty.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'it is not ASCII',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl(
          {
            id_token: tokenOf({
              iss: ISSUER,
              aud: 'c1',
              iat: NOW_SECONDS,
              exp: NOW_SECONDS + 300,
              nonce: 'n1',
              sub: 'müller',
            }),
          },
          '#',
        ),
      ),
      findings: [
        {
          severity: 'error',
          message: 'sub of the id_token “müller” has characters other than ASCII.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
  ],
};
