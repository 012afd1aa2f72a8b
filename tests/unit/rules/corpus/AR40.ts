import type { Corpus } from '../support/corpus.ts';
import { requested } from '../support/flows.ts';
import { asked, connectpayUrl, NONCE, STATE } from '../support/request-flows.ts';


export const corpus: Corpus = {
  rule: 'AR40',
  valid: [{ name: 'nonce is random', flow: asked({ scope: 'openid', nonce: 'n4Xk0pQz7sLw2VbR9tYcJm' }), },
{ name: 'nonce is a UUID', flow: asked({ scope: 'openid', nonce: NONCE }), },
{ name: 'the provider gives it a form of its own', flow: requested(connectpayUrl()), }],
  invalid: [{ name: 'it is a sample', flow: asked({ scope: 'openid', nonce: 'n-0S6_WzA2Mj' }), findings: [] },
{ name: 'it is a time', flow: asked({ scope: 'openid', nonce: '1700000000' }), findings: [] },
{ name: 'it is a counter', flow: asked({ scope: 'openid', nonce: '0000000000000000000000000000000000000042' }), findings: [] },
{ name: 'it is the state', flow: asked({ scope: 'openid', nonce: STATE }), findings: [] },
{ name: 'it is JSON without anything random', flow: asked({ scope: 'openid', nonce: '{"user":"jane","page":"/home"}' }), findings: [] }],
};
