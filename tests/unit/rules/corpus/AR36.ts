import type { Corpus } from '../support/corpus.ts';
import { asked, askedRaw } from '../support/request-flows.ts';


export const corpus: Corpus = {
  rule: 'AR36',
  valid: [{ name: 'it is code', flow: asked(), },
{ name: 'it names three words', flow: asked({ response_type: 'code id_token token' }), },
{ name: 'it is none', flow: asked({ response_type: 'none' }), }],
  invalid: [{ name: 'commas separate its words', flow: asked({ response_type: 'code,id_token' }), findings: [] },
{ name: 'an encoded plus separates its words', flow: askedRaw('', { response_type: 'code+id_token' }), findings: [] },
{ name: 'it is the name of the grant', flow: asked({ response_type: 'code authorization_code' }), findings: [] },
{ name: 'it has a capital letter', flow: asked({ response_type: 'Code' }), findings: [] },
{ name: 'none stands beside another word', flow: asked({ response_type: 'none code' }), findings: [] },
{ name: 'a word stands twice', flow: asked({ response_type: 'code code' }), findings: [] },
{ name: 'a word is unknown', flow: asked({ response_type: 'code cookie' }), findings: [] }],
};
