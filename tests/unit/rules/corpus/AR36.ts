import type { Corpus } from '../support/corpus.ts';
import { asked, askedRaw } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR36',
  valid: [
    { name: 'it is code', flow: asked() },
    { name: 'it names three words', flow: asked({ response_type: 'code id_token token' }) },
    { name: 'it is none', flow: asked({ response_type: 'none' }) },
  ],
  invalid: [
    {
      name: 'commas separate its words',
      flow: asked({ response_type: 'code,id_token' }),
      findings: [
        {
          severity: 'error',
          message: 'response_type “code,id_token” does not separate its words with spaces.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
    {
      name: 'an encoded plus separates its words',
      flow: askedRaw('', { response_type: 'code+id_token' }),
      findings: [
        {
          severity: 'error',
          message: 'response_type “code+id_token” does not separate its words with spaces.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
    {
      name: 'it is the name of the grant',
      flow: asked({ response_type: 'code authorization_code' }),
      findings: [
        {
          severity: 'error',
          message:
            'response_type “code authorization_code” has “authorization_code”, which is not a response type.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
    {
      name: 'it has a capital letter',
      flow: asked({ response_type: 'Code' }),
      findings: [
        {
          severity: 'error',
          message: 'response_type “Code” has “Code”, which is not a response type.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
    {
      name: 'none stands beside another word',
      flow: asked({ response_type: 'none code' }),
      findings: [
        {
          severity: 'error',
          message: 'response_type “none code” combines none with another word.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
    {
      name: 'a word stands twice',
      flow: asked({ response_type: 'code code' }),
      findings: [
        {
          severity: 'error',
          message: 'response_type “code code” names a word twice.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
    {
      name: 'a word is unknown',
      flow: asked({ response_type: 'code cookie' }),
      findings: [
        {
          severity: 'warning',
          message: 'response_type “code cookie” has “cookie”, which no specification in use defines.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
  ],
};
