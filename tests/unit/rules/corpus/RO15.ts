import type { Corpus } from '../support/corpus.ts';
import { INTENT, intent, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO15',
  valid: [{ name: 'it is essential', flow: signed(intent()), gates: ['obuk'] }],
  invalid: [
    {
      name: 'it is missing',
      flow: signed(),
      gates: ['obuk'],
      findings: [
        {
          severity: 'error',
          message: 'claims.id_token.openbanking_intent_id is missing.',
          at: { part: 'request', parameter: 'claims' },
        },
      ],
    },
    {
      name: 'it is not essential',
      flow: signed(intent({ openbanking_intent_id: { value: INTENT } })),
      gates: ['obuk'],
      findings: [
        {
          severity: 'error',
          message:
            'claims.id_token.openbanking_intent_id “59189091-545b-40de-93a3-4166c9ae2d90” is not essential.',
          at: { part: 'request', parameter: 'claims' },
        },
      ],
    },
    {
      name: 'it has no value',
      flow: signed(intent({ openbanking_intent_id: { essential: true } })),
      gates: ['obuk'],
      findings: [
        {
          severity: 'error',
          message: 'claims.id_token.openbanking_intent_id has no value.',
          at: { part: 'request', parameter: 'claims' },
        },
      ],
    },
  ],
};
