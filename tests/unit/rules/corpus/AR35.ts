import type { Corpus } from '../support/corpus.ts';
import { CLIENT } from '../support/flows.ts';
import { asked, NONCE, STATE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR35',
  valid: [
    { name: 'no value has space around it', flow: asked() },
    {
      name: 'claims are written over several lines',
      flow: asked({ scope: 'openid', claims: '{\n  "id_token": null\n}\n' }),
    },
    { name: 'a free text has spaces inside', flow: asked({ login_hint: 'Jane Doe' }) },
  ],
  invalid: [
    {
      name: 'client_id ends with a line break',
      flow: asked({ client_id: 'c1\n' }),
      findings: [
        {
          severity: 'error',
          message: 'client_id “c1” holds an encoded line break (%0A or %0D).',
          at: { part: 'request', parameter: 'client_id' },
        },
      ],
    },
    {
      name: 'redirect_uri ends with a space',
      flow: asked({ redirect_uri: `${CLIENT} ` }),
      findings: [
        {
          severity: 'error',
          message: 'redirect_uri “https://app.example/cb” ends with an encoded space.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
    {
      name: 'state begins with a space',
      flow: asked({ state: ` ${STATE}` }),
      findings: [
        {
          severity: 'error',
          message: 'state “Zk3vQ1x8T0yWm5bR7cN2dL” begins with an encoded space.',
          at: { part: 'request', parameter: 'state' },
        },
      ],
    },
    {
      name: 'a carriage return came along',
      flow: asked({ nonce: `${NONCE}\r` }),
      findings: [
        {
          severity: 'error',
          message: 'nonce “b0f6a1de-5c1e-4c0e-9a7b-2f6d1f3f8a44” holds an encoded line break (%0A or %0D).',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
    {
      name: 'a parameter of the application’s own ends with a space',
      flow: asked({ campaign: 'spring ' }),
      findings: [
        {
          severity: 'warning',
          message: 'campaign “spring” ends with an encoded space.',
          at: { part: 'request', parameter: 'campaign' },
        },
      ],
    },
  ],
};
