import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'DA09',
  valid: [{ name: 'it is DAuth', flow: withCalls(asked(), dauthCall()) }],
  invalid: [
    {
      name: 'it is in lower case',
      flow: withCalls(asked(), dauthCall({}, {}, { name: 'dauth' })),
      findings: [
        {
          severity: 'error',
          message: 'The header is called dauth; the server looks for DAuth in this letter case.',
          at: { part: 'call', parameter: 'DAuth' },
        },
      ],
    },
    {
      name: 'it stands twice',
      flow: withCalls(asked(), dauthCall({}, {}, { headers: [{ in: 'header', name: 'DAuth', value: 'x' }] })),
      findings: [
        {
          severity: 'error',
          message: 'The request has more than one DAuth header; the server answers OBP-20072.',
          at: { part: 'call', parameter: 'DAuth' },
        },
      ],
    },
  ],
};
