import type { Corpus } from '../support/corpus.ts';
import { requested } from '../support/flows.ts';
import { asked, connectpayUrl, NONCE, STATE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR40',
  valid: [
    { name: 'nonce is random', flow: asked({ scope: 'openid', nonce: 'n4Xk0pQz7sLw2VbR9tYcJm' }) },
    { name: 'nonce is a UUID', flow: asked({ scope: 'openid', nonce: NONCE }) },
    { name: 'the provider gives it a form of its own', flow: requested(connectpayUrl()) },
  ],
  invalid: [
    {
      name: 'it is a sample',
      flow: asked({ scope: 'openid', nonce: 'n-0S6_WzA2Mj' }),
      findings: [
        {
          severity: 'warning',
          message: 'nonce “n-0S6_WzA2Mj” is a sample value of documentation.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
    {
      name: 'it is a time',
      flow: asked({ scope: 'openid', nonce: '1700000000' }),
      findings: [
        {
          severity: 'warning',
          message: 'nonce “1700000000” is a time, which can be guessed.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
    {
      name: 'it is a counter',
      flow: asked({ scope: 'openid', nonce: '0000000000000000000000000000000000000042' }),
      findings: [
        {
          severity: 'warning',
          message: 'nonce “0000000000000000000000000000000000000042” repeats a few characters.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
    {
      name: 'it is the state',
      flow: asked({ scope: 'openid', nonce: STATE }),
      findings: [
        {
          severity: 'warning',
          message:
            'nonce “Zk3vQ1x8T0yWm5bR7cN2dL” is the same value as state, so one cannot protect the other.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
    {
      name: 'it is JSON without anything random',
      flow: asked({ scope: 'openid', nonce: '{"user":"jane","page":"/home"}' }),
      findings: [
        {
          severity: 'warning',
          message:
            'nonce “{"user":"jane","page":"/home"}” holds data and nothing random, so that anybody can make it.',
          at: { part: 'request', parameter: 'nonce' },
        },
      ],
    },
  ],
};
