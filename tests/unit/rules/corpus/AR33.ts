import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, last } from '../support/flows.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR33',
  valid: [{ name: 'it is the main frame', flow: asked() }],
  invalid: [
    {
      name: 'it is a frame',
      flow: last(new Story(1, 5).request(authorizeUrl())),
      findings: [
        {
          severity: 'warning',
          message:
            'The authorization page was opened in a frame, where nobody sees its address and clicks can be stolen.',
          at: { part: 'request' },
        },
      ],
    },
  ],
};
