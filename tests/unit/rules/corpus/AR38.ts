import type { Corpus } from '../support/corpus.ts';
import { ISSUER, requested } from '../support/flows.ts';
import { asked, STATE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR38',
  valid: [
    { name: 'an ampersand separates parameters', flow: asked() },
    { name: 'a value has an escape', flow: asked({ login_hint: 'a&amp;b' }) },
  ],
  invalid: [
    {
      name: 'its HTML escape separates them',
      flow: requested(
        `${ISSUER}/authorize?response_type=code&client_id=c1&amp;redirect_uri=https%3A%2F%2Fapp.example%2Fcb&amp;state=${STATE}`,
      ),
      findings: [
        {
          severity: 'error',
          message:
            'The URL was HTML-escaped: &amp; instead of & stands before redirect_uri, state, which the server therefore does not find.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
  ],
};
