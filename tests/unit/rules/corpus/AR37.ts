import type { Corpus } from '../support/corpus.ts';
import { CLIENT, requested } from '../support/flows.ts';
import { asked, CHALLENGE, connectpayUrl, STATE } from '../support/request-flows.ts';


export const corpus: Corpus = {
  rule: 'AR37',
  valid: [{ name: 'every name is standard', flow: asked(), },
{ name: 'the provider documents another spelling', flow: requested(connectpayUrl()), },
{ name: 'a name of the application’s own is near to a standard one that is there', flow: asked({ states: 'BY' }), }],
  invalid: [{ name: 'client_id is written in camel case', flow: asked({ client_id: undefined, clientId: 'c1' }), findings: [] },
{ name: 'code_challenge is written with capitals', flow: asked({ code_challenge: undefined, codeChallenge: CHALLENGE }), findings: [] },
{ name: 'redirect_uri is called redirect_url', flow: asked({ redirect_uri: undefined, redirect_url: CLIENT }), findings: [] },
{ name: 'state has a capital letter', flow: asked({ state: undefined, State: STATE }), findings: [] },
{ name: 'scope is in the plural', flow: asked({ scope: undefined, scopes: 'accounts' }), findings: [] },
{ name: 'response_type has hyphens', flow: asked({ response_type: undefined, 'response-type': 'code' }), findings: [] },
{ name: 'two letters of redirect_uri are swapped', flow: asked({ redirect_uri: undefined, redirect_uir: CLIENT }), findings: [] }],
};
