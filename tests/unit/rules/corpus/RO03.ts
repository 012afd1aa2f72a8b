import type { Corpus } from '../support/corpus.ts';
import { leatherback, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO03',
  valid: [{ name: 'both are the same', flow: signed() }],
  invalid: [
    {
      name: 'it is missing outside',
      flow: signed({}, { client_id: undefined }),
      findings: [
        {
          severity: 'error',
          message: 'client_id is missing beside the request object.',
          at: { part: 'request', parameter: 'client_id' },
        },
      ],
    },
    {
      name: 'it is missing inside',
      flow: signed({ client_id: undefined }),
      findings: [
        {
          severity: 'error',
          message: 'client_id is “c1” in the query and missing in the request object.',
          at: { part: 'request', parameter: 'client_id' },
        },
      ],
    },
    {
      name: 'they differ',
      flow: signed({ client_id: 'c2' }),
      findings: [
        {
          severity: 'error',
          message: 'client_id is “c1” in the query and “c2” in the request object.',
          at: { part: 'request', parameter: 'client_id' },
        },
      ],
    },
    {
      name: 'the provider documents it inside alone',
      flow: leatherback(),
      findings: [
        {
          severity: 'info',
          message: 'client_id is missing beside the request object.',
          at: { part: 'request', parameter: 'client_id' },
        },
      ],
    },
  ],
};
