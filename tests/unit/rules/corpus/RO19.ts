import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { INTENT, intent, NONCE, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO19',
  valid: [
    {
      name: 'it is the consent that was made',
      flow: withCalls(signed(intent()), {
        stepId: 'consent',
        body: JSON.stringify({ Data: { ConsentId: INTENT, ExpirationDateTime: '2023-12-31T00:00:00Z' } }),
      }),
    },
    { name: 'no consent call is known', flow: signed(intent()) },
  ],
  invalid: [
    {
      name: 'it is another',
      flow: withCalls(signed(intent()), {
        stepId: 'consent',
        body: JSON.stringify({ Data: { ConsentId: NONCE, ExpirationDateTime: '2023-12-31T00:00:00Z' } }),
      }),
      findings: [
        {
          severity: 'warning',
          message:
            'openbanking_intent_id is “59189091-545b-40de-93a3-4166c9ae2d90”; the consent that was made is “b0f6a1de-5c1e-4c0e-9a7b-2f6d1f3f8a44”.',
          at: { part: 'request', parameter: 'openbanking_intent_id' },
        },
      ],
    },
    {
      name: 'the consent has expired',
      flow: withCalls(signed(intent()), {
        stepId: 'consent',
        body: JSON.stringify({ Data: { ConsentId: INTENT, ExpirationDateTime: '2023-01-01T00:00:00Z' } }),
      }),
      findings: [
        {
          severity: 'warning',
          message:
            'The consent “59189091-545b-40de-93a3-4166c9ae2d90” expired at “2023-01-01T00:00:00Z”, before the request.',
          at: { part: 'request', parameter: 'openbanking_intent_id' },
        },
      ],
    },
  ],
};
