import type { Corpus } from '../support/corpus.ts';
import { asked, intent, signed } from '../support/request-flows.ts';


export const corpus: Corpus = {
  rule: 'AR41',
  valid: [{ name: 'claims asks for an id_token’s claims', flow: asked({ scope: 'openid', claims: '{"id_token":{"auth_time":{"essential":true},"acr":null}}' }), },
{ name: 'the request object has claims', flow: signed(intent()), }],
  invalid: [{ name: 'it is not JSON', flow: asked({ scope: 'openid', claims: '{id_token:{}}' }), findings: [] },
{ name: 'it is an array', flow: asked({ scope: 'openid', claims: '["email"]' }), findings: [] },
{ name: 'a claim is true', flow: asked({ scope: 'openid', claims: '{"id_token":{"email":true}}' }), findings: [] },
{ name: 'claims stand at the top', flow: asked({ scope: 'openid', claims: '{"email":null}' }), findings: [] },
{ name: 'it is a string in the request object', flow: signed({ claims: '{"id_token":{}}' }), findings: [] },
{ name: 'id_token is a list', flow: asked({ scope: 'openid', claims: '{"id_token":["email"]}' }), findings: [] }],
};
