import type { Corpus } from '../support/corpus.ts';
import { NOW_SECONDS } from '../support/flows.ts';
import { signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO12',
  valid: [
    { name: 'it is valid', flow: signed() },
    { name: 'a clock is ten seconds ahead', flow: signed({ nbf: NOW_SECONDS + 10, iat: NOW_SECONDS + 10 }) },
  ],
  invalid: [
    {
      name: 'it has expired',
      flow: signed({ exp: NOW_SECONDS - 1 }),
      findings: [
        {
          severity: 'error',
          message: 'The request object had expired 1 s before the request: exp is 22:13:19.',
          at: { part: 'request', parameter: 'exp' },
        },
      ],
    },
    {
      name: 'a clock is half a minute ahead',
      flow: signed({ iat: NOW_SECONDS + 30 }),
      findings: [
        {
          severity: 'warning',
          message: 'iat of the request object is 30 s after the request, 22:13:50.',
          at: { part: 'request', parameter: 'iat' },
        },
      ],
    },
    {
      name: 'it is valid in an hour only',
      flow: signed({ nbf: NOW_SECONDS + 3_600 }),
      findings: [
        {
          severity: 'error',
          message: 'nbf of the request object is 1 h after the request, 23:13:20.',
          at: { part: 'request', parameter: 'nbf' },
        },
      ],
    },
  ],
};
