import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl, last } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CBNL',
  valid: [
    {
      name: 'somebody answers',
      flow: answered(),
    },
  ],
  invalid: [
    {
      name: 'nobody listens',
      flow: last(
        new Story().request(authorizeUrl()).redirect(authorizeUrl(), 302, callbackUrl()).fail(callbackUrl()),
      ),
      findings: [
        {
          severity: 'warning',
          message:
            'Nothing answered at app.example (net::ERR_CONNECTION_REFUSED); the callback itself is complete.',
          at: { part: 'callback' },
        },
      ],
    },
  ],
};
