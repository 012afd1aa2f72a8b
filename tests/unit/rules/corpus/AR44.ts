import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';


export const corpus: Corpus = {
  rule: 'AR44',
  valid: [{ name: 'prompt is a list of known values', flow: asked({ scope: 'openid', prompt: 'login consent' }), },
{ name: 'prompt asks for a registration', flow: asked({ scope: 'openid', prompt: 'create' }), }],
  invalid: [{ name: 'a comma separates its values', flow: asked({ scope: 'openid', prompt: 'login,consent' }), findings: [] },
{ name: 'it is written in camel case', flow: asked({ scope: 'openid', prompt: 'selectAccount' }), findings: [] },
{ name: 'it is a provider’s own value', flow: asked({ scope: 'openid', prompt: 'enroll' }), findings: [] }],
};
