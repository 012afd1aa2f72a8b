import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR07',
  valid: [
    { name: 'it uses https', flow: asked() },
    { name: 'it is a loopback address', flow: asked({ redirect_uri: 'http://127.0.0.1:51004/cb' }) },
  ],
  invalid: [
    {
      name: 'it uses http',
      flow: asked({ redirect_uri: 'http://app.example/cb' }),
      findings: [
        {
          severity: 'error',
          message:
            'redirect_uri “http://app.example/cb” sends the response over http, where anybody on the way can read it.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
  ],
};
