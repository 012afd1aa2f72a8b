import type { Corpus } from '../support/corpus.ts';
import { asked, signed } from '../support/request-flows.ts';


export const corpus: Corpus = {
  rule: 'AR42',
  valid: [{ name: 'each entry has a type', flow: asked({ authorization_details: '[{"type":"payment_initiation","actions":["initiate"]}]' }), },
{ name: 'it is an array in the request object', flow: signed({ authorization_details: [{ type: 'account_information' }] }), }],
  invalid: [{ name: 'it is not JSON', flow: asked({ authorization_details: '[{type:1}]' }), findings: [] },
{ name: 'it is an object', flow: asked({ authorization_details: '{"type":"account_information"}' }), findings: [] },
{ name: 'an entry has no type', flow: asked({ authorization_details: '[{"actions":["read"]}]' }), findings: [] },
{ name: 'it is empty', flow: asked({ authorization_details: '[]' }), findings: [] },
{ name: 'actions is text', flow: asked({ authorization_details: '[{"type":"a","actions":"read"}]' }), findings: [] },
{ name: 'it is a string in the request object', flow: signed({ authorization_details: '[{"type":"a"}]' }), findings: [] }],
};
