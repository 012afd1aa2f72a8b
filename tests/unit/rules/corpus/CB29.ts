import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, callbackUrl, last } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB29',
  valid: [
    {
      name: 'the application goes on to its page',
      flow: last(
        new Story()
          .request(authorizeUrl())
          .redirect(authorizeUrl(), 303, callbackUrl())
          .redirect(callbackUrl(), 303, 'https://app.example/home')
          .respond('https://app.example/home', 200),
      ),
    },
    {
      name: 'the provider refused already',
      flow: last(
        new Story()
          .request(authorizeUrl())
          .redirect(authorizeUrl(), 303, callbackUrl({ code: undefined, error: 'access_denied' }))
          .redirect(
            callbackUrl({ code: undefined, error: 'access_denied' }),
            303,
            'https://app.example/login?error=denied',
          )
          .respond('https://app.example/login?error=denied'),
      ),
    },
  ],
  invalid: [
    {
      name: 'it goes on with an error',
      flow: last(
        new Story()
          .request(authorizeUrl())
          .redirect(authorizeUrl(), 303, callbackUrl())
          .redirect(callbackUrl(), 303, 'https://app.example/login?error=state_mismatch')
          .respond('https://app.example/login?error=state_mismatch', 200),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'After the callback the application went on to app.example with error “state_mismatch”.',
          at: { part: 'hop' },
        },
      ],
    },
    {
      name: 'its next page fails',
      flow: last(
        new Story()
          .request(authorizeUrl())
          .redirect(authorizeUrl(), 303, callbackUrl())
          .redirect(callbackUrl(), 303, 'https://app.example/home')
          .respond('https://app.example/home', 500),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'After the callback app.example answered “/home” with 500.',
          at: { part: 'hop' },
        },
      ],
    },
  ],
};
