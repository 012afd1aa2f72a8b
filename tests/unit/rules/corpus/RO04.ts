import type { Corpus } from '../support/corpus.ts';
import { asked, leatherback, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO04',
  valid: [
    { name: 'all are repeated', flow: signed() },
    { name: 'there is no request object', flow: asked(), gates: ['oidc'] },
  ],
  invalid: [
    {
      name: 'scope is missing beside an object of no type',
      flow: signed({}, { scope: undefined }, { typ: undefined }),
      findings: [
        {
          severity: 'warning',
          message: 'scope is missing beside the request object.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
    {
      name: 'scope is missing beside an object that says it is one of RFC 9101',
      flow: signed({}, { scope: undefined }),
      findings: [
        {
          severity: 'info',
          message: 'scope is missing beside the request object.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
    {
      name: 'scope and response_type are missing under FAPI',
      flow: signed({}, { scope: undefined, response_type: undefined }),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message: 'response_type and scope are missing beside the request object.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
    {
      name: 'the provider documents them inside alone',
      flow: leatherback(),
      findings: [
        {
          severity: 'info',
          message: 'response_type and scope are missing beside the request object.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
  ],
};
