import type { Corpus } from '../support/corpus.ts';
import { answered, withCalls } from '../support/flows.ts';


export const corpus: Corpus = {
  rule: 'TK08',
  valid: [{ name: 'it is authorization_code', flow: withCalls(answered(), { fields: [...formFields({ grant_type: 'authorization_code', code: 'code-1' })] }), },
{ name: 'it is a URN', flow: withCalls(answered(), { fields: [...formFields({ grant_type: 'urn:ietf:params:oauth:grant-type:device_code' })] }), }],
  invalid: [{ name: 'it is code', flow: withCalls(answered(), { fields: [...formFields({ grant_type: 'code', code: 'code-1' })] }), findings: [] },
{ name: 'it is written in camel case', flow: withCalls(answered(), { fields: [...formFields({ grant_type: 'authorizationCode' })] }), findings: [] },
{ name: 'it has a hyphen', flow: withCalls(answered(), { fields: [...formFields({ grant_type: 'client-credentials' })] }), findings: [] },
{ name: 'it is empty', flow: withCalls(answered(), { fields: [...formFields({ grant_type: '' })] }), findings: [] },
{ name: 'it is refresh', flow: withCalls(answered(), { fields: [...formFields({ grant_type: 'refresh' })] }), findings: [] },
{ name: 'it is unknown', flow: withCalls(answered(), { fields: [...formFields({ grant_type: 'magic' })] }), findings: [] }],
};
