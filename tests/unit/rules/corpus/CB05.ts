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
  rule: 'CB05',
  valid: [
    {
      name: 'iss is the issuer that was asked',
      flow: answered(authorizeUrl(), callbackUrl({ iss: ISSUER })),
      context: { issuer: ISSUER, issInResponses: true },
    },
    {
      name: 'nobody says that iss must come',
      flow: answered(),
      context: { issuer: ISSUER },
    },
    {
      name: 'the id_token names the issuer in its place',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf(claims) }, '#')),
      context: { issuer: ISSUER, issInResponses: true },
    },
  ],
  invalid: [
    {
      name: 'iss is another issuer',
      flow: answered(authorizeUrl(), callbackUrl({ iss: 'https://evil.example' })),
      context: { issuer: ISSUER },
      findings: [
        {
          severity: 'error',
          message: 'iss is “https://evil.example”; the request was sent to “https://as.example”.',
          at: { part: 'callback', parameter: 'iss' },
        },
      ],
    },
    {
      name: 'iss differs by a slash',
      flow: answered(authorizeUrl(), callbackUrl({ iss: `${ISSUER}/` })),
      context: { issuer: ISSUER },
      findings: [
        {
          severity: 'error',
          message: 'iss is “https://as.example/”; the request was sent to “https://as.example”.',
          at: { part: 'callback', parameter: 'iss' },
        },
      ],
    },
    {
      name: 'iss is missing although the metadata promises it',
      flow: answered(),
      context: { issuer: ISSUER, issInResponses: true },
      findings: [
        {
          severity: 'error',
          message:
            'iss is missing, although the metadata of “https://as.example” says that every response has it.',
          at: { part: 'callback', parameter: 'iss' },
        },
      ],
    },
    {
      name: 'iss and the id_token name different issuers',
      flow: answered(
        hybrid,
        callbackUrl({ id_token: tokenOf({ ...claims, iss: 'https://other.example' }), iss: ISSUER }, '#'),
      ),
      findings: [
        {
          severity: 'error',
          message: 'iss is “https://as.example”, but iss in the id_token is “https://other.example”.',
          at: { part: 'callback', parameter: 'iss' },
        },
      ],
    },
  ],
};
