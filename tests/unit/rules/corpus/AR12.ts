import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR12',
  valid: [
    { name: 'there is one word', flow: asked() },
    { name: 'there are several words', flow: asked({ scope: 'openid accounts:read https://api.example/x' }) },
    { name: 'there is none', flow: asked({ scope: undefined }) },
  ],
  invalid: [
    {
      name: 'two spaces follow each other',
      flow: asked({ scope: 'openid  accounts' }),
      findings: [
        {
          severity: 'error',
          message: 'scope has one space too many after “openid”.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
    {
      name: 'words are separated by commas',
      flow: asked({ scope: 'openid,accounts' }),
      findings: [
        {
          severity: 'warning',
          message: 'scope has “openid,accounts”: a comma does not separate scopes.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
    {
      name: 'a word is named twice',
      flow: asked({ scope: 'accounts accounts' }),
      findings: [
        {
          severity: 'warning',
          message: 'scope names “accounts” more than once.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
    {
      name: 'a word has a quotation mark',
      flow: asked({ scope: 'open"id' }),
      findings: [
        {
          severity: 'error',
          message: 'scope has “open"id”, with characters that are not allowed.',
          at: { part: 'request', parameter: 'scope' },
        },
      ],
    },
  ],
};
