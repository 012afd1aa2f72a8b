import type { Corpus } from '../support/corpus.ts';
import { asked, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR30',
  valid: [
    { name: 'it is a number', flow: asked({ max_age: '0' }), gates: ['oidc'] },
    { name: 'it is a JSON number in the object', flow: signed({ max_age: 300 }) },
  ],
  invalid: [
    {
      name: 'it is negative',
      flow: asked({ max_age: '-1' }),
      gates: ['oidc'],
      findings: [
        {
          severity: 'warning',
          message: 'max_age “-1” is not a whole number of seconds.',
          at: { part: 'request', parameter: 'max_age' },
        },
      ],
    },
    {
      name: 'it is text in the object',
      flow: signed({ max_age: '300' }),
      findings: [
        {
          severity: 'warning',
          message: 'max_age “300” is a string in the request object.',
          at: { part: 'request', parameter: 'max_age' },
        },
      ],
    },
  ],
};
