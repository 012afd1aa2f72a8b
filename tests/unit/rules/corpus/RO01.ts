import type { Corpus } from '../support/corpus.ts';
import { signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO01',
  valid: [{ name: 'request is there', flow: signed() }],
  invalid: [
    {
      name: 'both are there',
      flow: signed({}, { request_uri: 'urn:example:1' }),
      findings: [
        {
          severity: 'error',
          message: 'request and request_uri are both sent; the server cannot tell which one to read.',
          at: { part: 'request', parameter: 'request_uri' },
        },
      ],
    },
  ],
};
