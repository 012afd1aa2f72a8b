import type { Corpus } from '../support/corpus.ts';
import { CLIENT } from '../support/flows.ts';
import { asked, NONCE, STATE } from '../support/request-flows.ts';


export const corpus: Corpus = {
  rule: 'AR35',
  valid: [{ name: 'no value has space around it', flow: asked(), },
{ name: 'claims are written over several lines', flow: asked({ scope: 'openid', claims: '{\n  "id_token": null\n}\n' }), },
{ name: 'a free text has spaces inside', flow: asked({ login_hint: 'Jane Doe' }), }],
  invalid: [{ name: 'client_id ends with a line break', flow: asked({ client_id: 'c1\n' }), findings: [] },
{ name: 'redirect_uri ends with a space', flow: asked({ redirect_uri: `${CLIENT} ` }), findings: [] },
{ name: 'state begins with a space', flow: asked({ state: ` ${STATE}` }), findings: [] },
{ name: 'a carriage return came along', flow: asked({ nonce: `${NONCE}\r` }), findings: [] },
{ name: 'a parameter of the application’s own ends with a space', flow: asked({ campaign: 'spring ' }), findings: [] }],
};
