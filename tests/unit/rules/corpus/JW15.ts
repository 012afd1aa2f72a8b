import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, NOW, NOW_SECONDS, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW15',
  valid: [
    {
      name: 'times are seconds',
      flow: requested(
        authorizeUrl({ request: tokenOf({ ...claims, iat: NOW_SECONDS, exp: NOW_SECONDS + 60 }) }),
      ),
    },
  ],
  invalid: [
    {
      name: 'exp is in milliseconds',
      flow: requested(authorizeUrl({ request: tokenOf({ ...claims, exp: NOW + 60_000 }) })),
      findings: [
        {
          severity: 'error',
          message:
            'The request object has exp “1700000060000”: exp is in milliseconds; divide it by 1000 (RFC 7519 section 2).',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'iat is a text',
      flow: requested(authorizeUrl({ request: tokenOf({ ...claims, iat: '2023-11-14T22:13:20Z' }) })),
      findings: [
        {
          severity: 'error',
          message:
            'The request object has iat “"2023-11-14T22:13:20Z"”: iat is a number of seconds since 1970, not a string.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'the time is a claim of its own',
      flow: requested(authorizeUrl({ request: tokenOf({ ...claims, timestamp: '2023-11-14T22:13:20Z' }) })),
      findings: [
        {
          severity: 'info',
          message:
            'The request object has timestamp “2023-11-14T22:13:20Z”, which no reader of JWTs takes for iat or exp.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
