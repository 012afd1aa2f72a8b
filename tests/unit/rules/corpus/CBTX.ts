import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, CLIENT } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CBTX',
  valid: [
    {
      name: 'every value is plain text',
      flow: answered(),
    },
  ],
  invalid: [
    {
      name: 'encoding is broken and characters deceive',
      flow: answered(authorizeUrl(), `${CLIENT}?code=a%zz&state=s1&x=%00&y=%E2%80%AE`),
      findings: [
        {
          severity: 'warning',
          message: 'code “a%zz”: A percent sign at byte 1 is not followed by two hexadecimal digits.',
          at: { part: 'callback', parameter: 'code' },
        },
        {
          severity: 'warning',
          message: 'x “\\u0000”: Contains the control character U+0000 at position 0.',
          at: { part: 'callback', parameter: 'x' },
        },
        {
          severity: 'warning',
          message: 'y “\\u202E”: Contains U+202E at position 0, which reorders text on screen.',
          at: { part: 'callback', parameter: 'y' },
        },
      ],
    },
  ],
};
