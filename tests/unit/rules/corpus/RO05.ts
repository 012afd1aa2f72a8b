import type { Corpus } from '../support/corpus.ts';
import { intent, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO05',
  valid: [
    { name: 'they agree', flow: signed() },
    { name: 'words stand in another order', flow: signed({}, { response_type: 'id_token code' }) },
    { name: 'claims are the same JSON', flow: signed(intent(), { claims: JSON.stringify(intent().claims) }) },
  ],
  invalid: [
    {
      name: 'state differs',
      flow: signed({}, { state: 'another' }),
      findings: [
        {
          severity: 'warning',
          message:
            'state is “another” in the query and “Zk3vQ1x8T0yWm5bR7cN2dL” in the request object; the server reads the second.',
          at: { part: 'request', parameter: 'state' },
        },
      ],
    },
    {
      name: 'scope outside is less',
      flow: signed({}, { scope: 'openid' }),
      findings: [
        {
          severity: 'warning',
          message:
            'scope is “openid” in the query and “openid accounts” in the request object; the server reads the second.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
  ],
};
