import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl, ISSUER, NOW_SECONDS, tokenOf } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB33',
  valid: [
    {
      name: 'iss is an https URL',
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
    {
      name: 'iss is http on this machine',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl(
          {
            id_token: tokenOf({
              iss: 'http://127.0.0.1:8080/realms/a',
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
    {
      name: 'it is Google’s short form',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl(
          {
            id_token: tokenOf({
              iss: 'accounts.google.com',
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
      name: 'it is http',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl(
          {
            id_token: tokenOf({
              iss: 'http://as.example',
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
      findings: [
        {
          severity: 'error',
          message: 'iss of the id_token is “http://as.example”, not an https URL.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'it is no URL',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl(
          {
            id_token: tokenOf({
              iss: 'as.example',
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
      findings: [
        {
          severity: 'error',
          message: 'iss of the id_token is “as.example”, not a URL.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'it has a query',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl(
          {
            id_token: tokenOf({
              iss: 'https://as.example/?tenant=1',
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
      findings: [
        {
          severity: 'error',
          message: 'iss of the id_token is “https://as.example/?tenant=1”, a URL with a query or fragment.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
  ],
};
