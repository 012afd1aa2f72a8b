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
const sound = tokenOf(claims);

export const corpus: Corpus = {
  rule: 'CB13',
  valid: [
    {
      name: 'every claim holds',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf({ ...claims }) }, '#')),
      context: { issuer: ISSUER },
    },
    {
      name: 'the signature was verified',
      flow: answered(hybrid, callbackUrl({ id_token: sound }, '#')),
      context: { verified: [{ token: sound, status: 'verified', reason: 'The signature is valid.' }] },
    },
    {
      name: 'the client is one of several in aud and azp',
      flow: answered(
        hybrid,
        callbackUrl({ id_token: tokenOf({ ...claims, aud: ['c1', 'c2'], azp: 'c1' }) }, '#'),
      ),
    },
  ],
  invalid: [
    {
      name: 'iss is another issuer',
      flow: answered(
        hybrid,
        callbackUrl({ id_token: tokenOf({ ...claims, iss: 'https://other.example' }) }, '#'),
      ),
      context: { issuer: ISSUER },
      findings: [
        {
          severity: 'error',
          message:
            'iss of the id_token is “https://other.example”; the request was sent to “https://as.example”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'it is for another client',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf({ ...claims, aud: 'c2' }) }, '#')),
      findings: [
        {
          severity: 'error',
          message: 'aud of the id_token is “c2”; the client_id of the request is “c1”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'it had expired when it came',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf({ ...claims, exp: NOW_SECONDS - 120 }) }, '#')),
      findings: [
        {
          severity: 'error',
          message: 'The id_token had expired 2 min before it came: exp is 22:11:20.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'it was issued in the future',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf({ ...claims, iat: NOW_SECONDS + 120 }) }, '#')),
      findings: [
        {
          severity: 'error',
          message: 'The id_token says that it was made 2 min after it came: iat is 22:15:20.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'required claims are missing',
      flow: answered(
        hybrid,
        callbackUrl({ id_token: tokenOf({ ...claims, sub: undefined, exp: undefined }) }, '#'),
      ),
      findings: [
        {
          severity: 'error',
          message: 'The id_token has no sub, exp, which OpenID requires.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'azp is another client',
      flow: answered(
        hybrid,
        callbackUrl({ id_token: tokenOf({ ...claims, aud: ['c1', 'c2'], azp: 'c2' }) }, '#'),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'azp of the id_token is “c2”; the client_id of the request is “c1”, one of 2 in aud.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'azp is an object that cannot become text',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf({ ...claims, azp: { toString: 1 } }) }, '#')),
      findings: [
        {
          severity: 'warning',
          message: 'azp of the id_token is “{"toString":1}”; the client_id of the request is “c1”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'the signature does not match',
      flow: answered(hybrid, callbackUrl({ id_token: sound }, '#')),
      context: {
        verified: [{ token: sound, status: 'invalid-signature', reason: 'The signature does not match.' }],
      },
      findings: [
        {
          severity: 'error',
          message: 'The signature of the id_token did not verify: The signature does not match.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'no key fits the signature',
      flow: answered(hybrid, callbackUrl({ id_token: sound }, '#')),
      context: {
        verified: [{ token: sound, status: 'not-verified', reason: 'No key of the set has the kid “k1”.' }],
      },
      findings: [
        {
          severity: 'warning',
          message: 'The signature of the id_token did not verify: No key of the set has the kid “k1”.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
  ],
};
