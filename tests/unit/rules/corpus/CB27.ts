import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, CLIENT, callbackUrl } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB27',
  valid: [
    { name: 'the code is plain', flow: answered() },
    { name: 'a plus is encoded', flow: answered(authorizeUrl(), callbackUrl({ code: '4/0A+b=' })) },
  ],
  invalid: [
    {
      name: 'a plus is not encoded',
      flow: answered(authorizeUrl(), `${CLIENT}?code=4/0A+b&state=s1`),
      findings: [
        {
          severity: 'error',
          message: 'code “4/0A b” was sent with an unencoded +, which every reader turns into a space.',
          at: { part: 'callback', parameter: 'code' },
        },
      ],
    },
    {
      name: 'it was shortened',
      flow: answered(authorizeUrl(), callbackUrl({ code: 'SplxlOBeZQQYbYS…' })),
      findings: [
        {
          severity: 'error',
          message: 'code “SplxlOBeZQQYbYS…” was shortened: it has an ellipsis.',
          at: { part: 'callback', parameter: 'code' },
        },
      ],
    },
    {
      name: 'it was shortened with dots',
      flow: answered(authorizeUrl(), callbackUrl({ code: 'SplxlOBeZQQYbYS...' })),
      findings: [
        {
          severity: 'error',
          message: 'code “SplxlOBeZQQYbYS...” was shortened: it has an ellipsis.',
          at: { part: 'callback', parameter: 'code' },
        },
      ],
    },
    {
      name: 'it ends with a space',
      flow: answered(authorizeUrl(), callbackUrl({ code: 'code-1 ' })),
      findings: [
        {
          severity: 'warning',
          message: 'code “code-1 ” has white space at an end.',
          at: { part: 'callback', parameter: 'code' },
        },
      ],
    },
  ],
};
