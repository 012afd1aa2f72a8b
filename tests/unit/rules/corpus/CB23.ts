import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl, last, posted } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB23',
  valid: [
    {
      name: 'the client redirects on',
      flow: last(
        new Story()
          .request(authorizeUrl())
          .redirect(authorizeUrl(), 303, callbackUrl())
          .redirect(callbackUrl(), 303, 'https://app.example/home')
          .respond('https://app.example/home'),
      ),
    },
    { name: 'the client answers with a page, which may replace its address', flow: answered() },
    {
      name: 'the code came in a form',
      flow: posted(authorizeUrl({ response_mode: 'form_post' }), { code: 'code-1', state: 's1' }),
    },
  ],
  invalid: [
    {
      name: 'the page is loaded again',
      flow: { ...answered(), hops: [...answered().hops, ...answered().hops.slice(-1)] },
      findings: [
        {
          severity: 'info',
          message:
            'code stayed in the address bar: the callback’s URL was loaded 2 times, by reload or back.',
          at: { part: 'callback', parameter: 'code' },
        },
      ],
    },
  ],
};
