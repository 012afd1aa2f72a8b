import type { Corpus } from '../support/corpus.ts';
import { INTENT, intent, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO18',
  valid: [{ name: 'it is nested', flow: signed(intent()) }],
  invalid: [
    {
      name: 'it is flat',
      flow: signed({ openbanking_intent_id: INTENT }),
      findings: [
        {
          severity: 'error',
          message:
            'openbanking_intent_id “59189091-545b-40de-93a3-4166c9ae2d90” is a claim of the request object itself, where servers do not look.',
          at: { part: 'request', parameter: 'openbanking_intent_id' },
        },
      ],
    },
    {
      name: 'it is bare text',
      flow: signed(intent({ openbanking_intent_id: INTENT })),
      findings: [
        {
          severity: 'error',
          message:
            'openbanking_intent_id is the string “59189091-545b-40de-93a3-4166c9ae2d90”; it must be an object with a value.',
          at: { part: 'request', parameter: 'openbanking_intent_id' },
        },
      ],
    },
  ],
};
