import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl, CLIENT } from '../support/flows.ts';


export const corpus: Corpus = {
  rule: 'CB27',
  valid: [{ name: 'the code is plain', flow: answered(), },
{ name: 'a plus is encoded', flow: answered(authorizeUrl(), callbackUrl({ code: '4/0A+b=' })), }],
  invalid: [{ name: 'a plus is not encoded', flow: answered(authorizeUrl(), `${CLIENT}?code=4/0A+b&state=s1`), findings: [] },
{ name: 'it was shortened', flow: answered(authorizeUrl(), callbackUrl({ code: 'SplxlOBeZQQYbYS…' })), findings: [] },
{ name: 'it was shortened with dots', flow: answered(authorizeUrl(), callbackUrl({ code: 'SplxlOBeZQQYbYS...' })), findings: [] },
{ name: 'it ends with a space', flow: answered(authorizeUrl(), callbackUrl({ code: 'code-1 ' })), findings: [] }],
};
