import type { Corpus } from '../support/corpus.ts';
import { leatherback, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'LB01',
  valid: [
    { name: 'it is PS256 with a kid', flow: leatherback() },
    { name: 'it is another provider', flow: signed({}, {}, { alg: 'RS256' }) },
  ],
  invalid: [
    {
      name: 'it is HS256 without a kid',
      flow: leatherback({}, {}, { alg: 'HS256', kid: undefined }),
      findings: [
        {
          severity: 'error',
          message: 'alg of the request object is “HS256”; Leatherback documents PS256.',
          at: { part: 'request', parameter: 'request' },
        },
        {
          severity: 'error',
          message: 'kid is missing from the header of the request object.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
