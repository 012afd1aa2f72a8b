import type { Corpus } from '../support/corpus.ts';
import { CLIENT } from '../support/flows.ts';
import { intent, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO05',
  valid: [
    { name: 'they agree', flow: signed() },
    { name: 'words stand in another order', flow: signed({}, { response_type: 'id_token code' }) },
    { name: 'claims are the same JSON', flow: signed(intent(), { claims: JSON.stringify(intent().claims) }) },
    { name: 'scope outside is less', flow: signed({}, { scope: 'openid' }) },
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
      name: 'scope outside is more',
      flow: signed({}, { scope: 'openid accounts payments' }),
      findings: [
        {
          severity: 'warning',
          message:
            'scope is “openid accounts payments” in the query and “openid accounts” in the request object; the server reads the second.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
    {
      name: 'response_type differs',
      flow: signed({}, { response_type: 'code' }),
      findings: [
        {
          severity: 'error',
          message:
            'response_type is “code” in the query and “code id_token” in the request object; the server reads the second.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
    {
      name: 'redirect_uri differs',
      flow: signed({}, { redirect_uri: `${CLIENT}2` }),
      findings: [
        {
          severity: 'warning',
          message:
            'redirect_uri is “https://app.example/cb2” in the query and “https://app.example/cb” in the request object; the server reads the second.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
  ],
};
