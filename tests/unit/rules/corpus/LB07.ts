import type { Corpus } from '../support/corpus.ts';
import { tokenOf } from '../support/flows.ts';
import { leatherback, STATE, withWebhooks } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'LB07',
  valid: [
    { name: 'it is the same', flow: withWebhooks(leatherback(), { authorizationCode: 'c', state: STATE }) },
    { name: 'there is no webhook', flow: leatherback() },
  ],
  invalid: [
    {
      name: 'it is another',
      flow: withWebhooks(leatherback(), { authorizationCode: 'c', state: 'random_state_value' }),
      findings: [
        {
          severity: 'error',
          message: 'state of the webhook is “random_state_value”; the request sent “Zk3vQ1x8T0yWm5bR7cN2dL”.',
          at: { part: 'webhook', parameter: 'state' },
        },
      ],
    },
    {
      name: 'the code carries another',
      flow: withWebhooks(leatherback(), {
        authorizationCode: tokenOf({ state: 'expect_state_value' }),
        state: STATE,
      }),
      findings: [
        {
          severity: 'warning',
          message:
            'authorizationCode carries the state “expect_state_value”; state beside it is “Zk3vQ1x8T0yWm5bR7cN2dL”.',
          at: { part: 'webhook', parameter: 'authorizationCode' },
        },
      ],
    },
  ],
};
