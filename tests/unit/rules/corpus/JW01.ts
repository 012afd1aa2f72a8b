import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW01',
  valid: [
    {
      name: 'the token is whole',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
    },
    {
      name: 'there is no token',
      flow: requested(),
    },
  ],
  invalid: [
    {
      name: 'a part is missing',
      flow: requested(authorizeUrl({ request: tokenOf(claims).split('.').slice(0, 2).join('.') })),
      findings: [
        {
          severity: 'error',
          message: 'The request object: A token has 3 parts (JWS) or 5 (JWE) between dots; this text has 2.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'the parts are padded',
      flow: requested(authorizeUrl({ request: `${tokenOf(claims)}==` })),
      findings: [
        {
          severity: 'error',
          message: 'The request object: The signature ends in “=”.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'white space stands before it',
      flow: requested(authorizeUrl({ request: ` ${tokenOf(claims)}` })),
      findings: [
        {
          severity: 'error',
          message: 'The request object has a character before or after the token.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'quotation marks stand around it',
      flow: requested(authorizeUrl({ request: `"${tokenOf(claims)}"` })),
      findings: [
        {
          severity: 'error',
          message: 'The request object: The header is not base64url. Its character 1 is “"”.',
          at: { part: 'request', parameter: 'request' },
        },
        {
          severity: 'error',
          message: 'The request object: The signature is not base64url. Its character 343 is “"”.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
