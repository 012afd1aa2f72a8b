import type { Corpus } from '../support/corpus.ts';
import { INTENT, intent, NONCE, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO16',
  valid: [
    {
      name: 'userinfo names the same',
      flow: signed(intent({}, { openbanking_intent_id: { value: INTENT } })),
      gates: ['obuk'],
    },
    { name: 'userinfo is not asked', flow: signed(intent()), gates: ['obuk'] },
  ],
  invalid: [
    {
      name: 'userinfo names another',
      flow: signed(intent({}, { openbanking_intent_id: { value: NONCE } })),
      gates: ['obuk'],
      findings: [
        {
          severity: 'warning',
          message:
            'claims.userinfo.openbanking_intent_id is “b0f6a1de-5c1e-4c0e-9a7b-2f6d1f3f8a44”, claims.id_token’s is “59189091-545b-40de-93a3-4166c9ae2d90”.',
          at: { part: 'request', parameter: 'claims' },
        },
      ],
    },
  ],
};
