import type { Corpus } from '../support/corpus.ts';
import { INTENT, leatherback } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'LB02',
  valid: [
    { name: 'it is nested', flow: leatherback() },
    {
      name: 'it is flat, which another rule tells',
      flow: leatherback({ claims: undefined, openbanking_intent_id: INTENT }),
    },
  ],
  invalid: [
    {
      name: 'it is missing',
      flow: leatherback({ claims: undefined }),
      findings: [
        {
          severity: 'error',
          message: 'claims.id_token.openbanking_intent_id.value is missing: the request names no consent.',
          at: { part: 'request', parameter: 'openbanking_intent_id' },
        },
      ],
    },
  ],
};
