import type { Corpus } from '../support/corpus.ts';
import { asked, STATE } from '../support/request-flows.ts';


export const corpus: Corpus = {
  rule: 'AR45',
  valid: [{ name: 'every value is filled in', flow: asked(), },
{ name: 'response_type is none', flow: asked({ response_type: 'none' }), },
{ name: 'state has brackets inside', flow: asked({ state: `${STATE}{}` }), }],
  invalid: [{ name: 'client_id is undefined', flow: asked({ client_id: 'undefined' }), findings: [] },
{ name: 'state is the name of a template variable', flow: asked({ state: '{{state}}' }), findings: [] },
{ name: 'client_id is that of a document', flow: asked({ client_id: 'YOUR_CLIENT_ID' }), findings: [] },
{ name: 'nonce is an object', flow: asked({ nonce: '[object Object]' }), findings: [] },
{ name: 'redirect_uri is a variable of a shell', flow: asked({ redirect_uri: '${REDIRECT_URI}' }), findings: [] },
{ name: 'scope is null', flow: asked({ scope: 'null' }), findings: [] }],
};
