import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, ISSUER, last } from '../support/flows.ts';

const BY_MESSAGE = `${authorizeUrl()}&response_mode=web_message&prompt=none`;

export const corpus: Corpus = {
  rule: 'CB31',
  valid: [
    { name: 'a page is shown', flow: last(new Story().request(authorizeUrl()).respond(authorizeUrl(), 200)) },
    { name: 'it was answered', flow: answered() },
    {
      name: 'HTTP authentication is asked for',
      flow: last(new Story().request(authorizeUrl()).respond(authorizeUrl(), 401)),
    },
  ],
  invalid: [
    {
      name: 'the request is refused',
      flow: last(new Story().request(authorizeUrl()).respond(authorizeUrl(), 400)),
      findings: [
        {
          severity: 'warning',
          message: 'as.example answered the authorize request with 400 and did not redirect back.',
          at: { part: 'hop' },
        },
      ],
    },
    {
      name: 'a silent request that is answered by postMessage gets a page with 400',
      flow: last(new Story(1, 4).request(BY_MESSAGE).respond(BY_MESSAGE, 400)),
      findings: [
        {
          severity: 'info',
          message:
            'as.example answered the silent request with 400: an error that the application gets by postMessage, such as login_required, or a refusal.',
          at: { part: 'hop' },
        },
      ],
    },
    {
      name: 'the provider fails',
      flow: last(new Story().request(authorizeUrl()).respond(authorizeUrl(), 503)),
      findings: [
        {
          severity: 'warning',
          message: 'as.example answered the authorize request with 503 and did not redirect back.',
          at: { part: 'hop' },
        },
      ],
    },
    {
      name: 'a page of the sign-in is refused',
      flow: last(
        new Story()
          .request(authorizeUrl())
          .redirect(authorizeUrl(), 302, `${ISSUER}/error`)
          .respond(`${ISSUER}/error`, 403),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'as.example answered a page of the sign-in with 403 and did not redirect back.',
          at: { part: 'hop' },
        },
      ],
    },
  ],
};
