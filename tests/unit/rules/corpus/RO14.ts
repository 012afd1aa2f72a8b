import type { Corpus } from '../support/corpus.ts';
import { signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO14',
  valid: [
    { name: 'typ is as registered', flow: signed() },
    { name: 'typ is JWT outside of FAPI 2.0', flow: signed({}, {}, { typ: 'JWT' }) },
  ],
  invalid: [
    {
      name: 'typ is JWT under FAPI 2.0',
      flow: signed({}, {}, { typ: 'JWT' }),
      gates: ['fapi2'],
      findings: [
        {
          severity: 'warning',
          message: 'typ of the request object is “JWT”.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'typ says something else',
      flow: signed({}, {}, { typ: 'at+jwt' }),
      findings: [
        {
          severity: 'info',
          message: 'typ of the request object is “at+jwt”.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'typ is missing under FAPI 2.0',
      flow: signed({}, {}, { typ: undefined }),
      gates: ['fapi2'],
      findings: [
        {
          severity: 'warning',
          message: 'typ of the request object is missing.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
