import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR09',
  valid: [{ name: 'it names 127.0.0.1', flow: asked({ redirect_uri: 'http://127.0.0.1:51004/cb' }) }],
  invalid: [
    {
      name: 'it names localhost',
      flow: asked({ redirect_uri: 'http://localhost:51004/cb' }),
      findings: [
        {
          severity: 'info',
          message:
            'redirect_uri “http://localhost:51004/cb” names localhost, which some systems resolve to [::1] and others to 127.0.0.1.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
  ],
};
