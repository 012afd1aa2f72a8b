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
          message:
            'iss of the response token is “https://other.example”; the request was sent to “https://as.example”.',
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
          message: 'aud of the response token is “c2”; the client_id of the request is “c1”.',
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
          message: 'The response token had expired 2 min before it came: exp is 22:11:20.',
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
          message: 'The response token has no iss, aud, which JARM requires.',
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
          message: 'The signature of the response token did not verify: The signature does not match.',
          at: { part: 'callback', parameter: 'response' },
        },
      ],
    },
  ],
};
