import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'DA01',
  valid: [{ name: 'it is RS256', flow: withCalls(asked(), dauthCall()) }],
  invalid: [
    {
      name: 'it is HS256',
      flow: withCalls(asked(), dauthCall({}, { alg: 'HS256' })),
      findings: [
        {
          severity: 'error',
          message: 'alg is HS256; the server verifies RSA signatures only.',
          at: { part: 'token', parameter: 'header.alg' },
        },
      ],
    },
    {
      name: 'it is PS256',
      flow: withCalls(asked(), dauthCall({}, { alg: 'PS256' })),
      findings: [
        {
          severity: 'info',
          message: 'alg is PS256; the server accepts it, its documents name RS256.',
          at: { part: 'token', parameter: 'header.alg' },
        },
      ],
    },
  ],
};
