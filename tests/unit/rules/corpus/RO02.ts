import type { Corpus } from '../support/corpus.ts';
import { signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO02',
  valid: [{ name: 'the claims are parameters', flow: signed() }],
  invalid: [
    {
      name: 'request_uri is a claim',
      flow: signed({ request_uri: 'urn:example:1' }),
      findings: [
        {
          severity: 'error',
          message: 'request_uri is a claim of the request object.',
          at: { part: 'request', parameter: 'request_uri' },
        },
      ],
    },
  ],
};
