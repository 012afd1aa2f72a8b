import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB21',
  valid: [
    {
      name: 'the redirect has status 303',
      flow: answered(),
    },
    {
      name: 'the redirect has status 302',
      flow: answered(authorizeUrl(), callbackUrl(), 302),
    },
  ],
  invalid: [
    {
      name: 'the redirect has status 301',
      flow: answered(authorizeUrl(), callbackUrl(), 301),
      findings: [
        {
          severity: 'warning',
          message:
            'Hop 1 redirects with status 301, which a browser may keep and repeat without asking again.',
          at: { part: 'hop' },
        },
      ],
    },
    {
      name: 'the redirect has status 307',
      flow: answered(authorizeUrl(), callbackUrl(), 307),
      findings: [
        {
          severity: 'error',
          message:
            'The redirect to the callback has status 307, which makes the browser send a posted login form on to the client.',
          at: { part: 'hop' },
        },
      ],
    },
    {
      name: 'the redirect has status 308',
      flow: answered(authorizeUrl(), callbackUrl(), 308),
      findings: [
        {
          severity: 'error',
          message:
            'The redirect to the callback has status 308, which makes the browser send a posted login form on to the client.',
          at: { part: 'hop' },
        },
      ],
    },
  ],
};
