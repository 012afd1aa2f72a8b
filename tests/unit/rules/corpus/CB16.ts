import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, CLIENT, ISSUER, NOW_SECONDS, tokenOf, urlOf } from '../support/flows.ts';

const claims = { iss: ISSUER, aud: 'c1', exp: NOW_SECONDS + 600, code: 'code-1', state: 's1' };
const request = authorizeUrl({ response_mode: 'jwt' });

export const corpus: Corpus = {
  rule: 'CB16',
  valid: [
    {
      name: 'iss, aud and exp hold',
      flow: answered(request, urlOf(CLIENT, { response: tokenOf({ ...claims }) })),
      context: { issuer: ISSUER },
    },
    {
      name: 'the response is no token',
      flow: answered(),
    },
  ],
  invalid: [
    {
      name: 'it is from another issuer',
      flow: answered(
        request,
        urlOf(CLIENT, { response: tokenOf({ ...claims, iss: 'https://other.example' }) }),
      ),
      context: { issuer: ISSUER },
      findings: [
        {
          severity: 'error',
          message: 'The response token: iss is "https://other.example"; “https://as.example” was expected.',
          at: { part: 'callback', parameter: 'response' },
        },
      ],
    },
    {
      name: 'it is for another client',
      flow: answered(request, urlOf(CLIENT, { response: tokenOf({ ...claims, aud: 'c2' }) })),
      findings: [
        {
          severity: 'error',
          message: 'The response token: aud is c2; c1 was expected.',
          at: { part: 'callback', parameter: 'response' },
        },
      ],
    },
    {
      name: 'it had expired',
      flow: answered(request, urlOf(CLIENT, { response: tokenOf({ ...claims, exp: NOW_SECONDS - 120 }) })),
      findings: [
        {
          severity: 'error',
          message: 'The response token: exp has passed, by 120 s.',
          at: { part: 'callback', parameter: 'response' },
        },
      ],
    },
    {
      name: 'claims are missing',
      flow: answered(
        request,
        urlOf(CLIENT, { response: tokenOf({ ...claims, iss: undefined, aud: undefined }) }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'The response token has no iss, aud.',
          at: { part: 'callback', parameter: 'response' },
        },
      ],
    },
    {
      name: 'the signature does not match',
      flow: answered(request, urlOf(CLIENT, { response: tokenOf(claims) })),
      context: {
        verified: [
          { token: tokenOf(claims), status: 'invalid-signature', reason: 'The signature does not match.' },
        ],
      },
      findings: [
        {
          severity: 'error',
          message: 'The response token did not verify: The signature does not match.',
          at: { part: 'callback', parameter: 'response' },
        },
      ],
    },
  ],
};
