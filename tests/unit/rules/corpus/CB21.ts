import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl, ISSUER, last } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB21',
  valid: [
    { name: 'the redirect has status 303', flow: answered() },
    { name: 'the redirect has status 302', flow: answered(authorizeUrl(), callbackUrl(), 302) },
    { name: 'a GET is redirected with 307', flow: answered(authorizeUrl(), callbackUrl(), 307) },
  ],
  invalid: [
    {
      name: 'the redirect has status 301',
      flow: answered(authorizeUrl(), callbackUrl(), 301),
      findings: [
        {
          severity: 'warning',
          message:
            'Hop 1 redirects with status 301, which a browser may store and repeat without asking again.',
          at: { part: 'hop' },
        },
      ],
    },
    {
      name: 'the redirect of a GET has status 308',
      flow: answered(authorizeUrl(), callbackUrl(), 308),
      findings: [
        {
          severity: 'warning',
          message:
            'Hop 1 redirects with status 308, which a browser may store and repeat without asking again.',
          at: { part: 'hop' },
        },
      ],
    },
    {
      name: 'a posted form is redirected with 307',
      flow: last(
        new Story()
          .request(authorizeUrl())
          .respond(authorizeUrl())
          .request(`${ISSUER}/login`, { method: 'POST', body: { kind: 'form', fields: [['user', 'jane']] } })
          .redirect(`${ISSUER}/login`, 307, callbackUrl()),
      ),
      findings: [
        {
          severity: 'error',
          message:
            'The redirect to the callback has status 307, so the browser sends the posted login form on to the application.',
          at: { part: 'hop' },
        },
      ],
    },
    {
      name: 'a posted form is redirected with 308',
      flow: last(
        new Story()
          .request(authorizeUrl())
          .respond(authorizeUrl())
          .request(`${ISSUER}/login`, { method: 'POST', body: { kind: 'form', fields: [['user', 'jane']] } })
          .redirect(`${ISSUER}/login`, 308, callbackUrl()),
      ),
      findings: [
        {
          severity: 'error',
          message:
            'The redirect to the callback has status 308, so the browser sends the posted login form on to the application.',
          at: { part: 'hop' },
        },
      ],
    },
  ],
};
