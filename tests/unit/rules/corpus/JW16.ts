import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, NOW_SECONDS, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW16',
  valid: [
    {
      name: 'nbf lies a little before iat',
      flow: requested(
        authorizeUrl({
          request: tokenOf({ ...claims, nbf: NOW_SECONDS - 60, iat: NOW_SECONDS, exp: NOW_SECONDS + 60 }),
        }),
      ),
    },
  ],
  invalid: [
    {
      name: 'it expires before it becomes valid',
      flow: requested(
        authorizeUrl({ request: tokenOf({ ...claims, nbf: NOW_SECONDS, exp: NOW_SECONDS - 60 }) }),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'The request object is never valid: nbf 22:13:20 is not before exp 22:12:20.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'it expires before it was issued',
      flow: requested(
        authorizeUrl({ request: tokenOf({ ...claims, iat: NOW_SECONDS, exp: NOW_SECONDS - 60 }) }),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'The request object is never valid: iat 22:13:20 is not before exp 22:12:20.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
