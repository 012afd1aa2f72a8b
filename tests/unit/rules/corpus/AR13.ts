import type { Corpus } from '../support/corpus.ts';
import { requested } from '../support/flows.ts';
import { asked, connectpayUrl, leatherback, NONCE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR13',
  valid: [
    { name: 'scope has openid', flow: asked({ scope: 'openid', nonce: NONCE }) },
    { name: 'nothing of OpenID is used', flow: asked() },
    { name: 'ConnectPay has a nonce of its own', flow: requested(connectpayUrl()) },
  ],
  invalid: [
    {
      name: 'an id_token is asked for',
      flow: asked({ response_type: 'code id_token', nonce: NONCE }),
      findings: [
        {
          severity: 'error',
          message: 'scope “accounts” does not contain openid, but response_type asks for an id_token.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
    {
      name: 'nonce is sent and scope is missing',
      flow: asked({ scope: undefined, nonce: NONCE }),
      findings: [
        {
          severity: 'warning',
          message: 'scope is missing, but a nonce is sent.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
    {
      name: 'claims are asked for',
      flow: asked({ claims: '{"id_token":{}}' }),
      findings: [
        {
          severity: 'error',
          message: 'scope “accounts” does not contain openid, but claims are requested.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
    {
      name: 'the provider documents a scope of its own',
      flow: leatherback(),
      findings: [
        {
          severity: 'info',
          message: 'scope “accounts” does not contain openid, but response_type asks for an id_token.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
  ],
};
