import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB03',
  valid: [
    {
      name: 'each parameter stands once',
      flow: answered(),
    },
  ],
  invalid: [
    {
      name: 'code stands twice',
      flow: answered(authorizeUrl(), `${callbackUrl()}&code=code-2`),
      findings: [
        {
          severity: 'error',
          message: 'code came 2 times: “code-1”, “code-2”.',
          at: { part: 'callback', parameter: 'code' },
        },
      ],
    },
  ],
};
