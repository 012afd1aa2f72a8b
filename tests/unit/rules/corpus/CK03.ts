import { withCookies } from '../support/cookies.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, urlOf } from '../support/flows.ts';

const REDIRECT = 'http://127.0.0.1:3000/cb';
const flow = () =>
  answered(authorizeUrl({ redirect_uri: REDIRECT }), urlOf(REDIRECT, { code: 'code-1', state: 's1' }));

export const corpus: Corpus = {
  rule: 'CK03',
  valid: [
    { name: 'no cookie was seen', flow: flow() },
    {
      name: 'the application keeps its name',
      flow: withCookies(flow(), [
        { url: 'http://127.0.0.1:3000/login', set: ['sid=1; HttpOnly'] },
        { hop: 1, sent: ['sid'] },
      ]),
    },
    {
      name: 'the other name is the provider’s, at another port',
      flow: withCookies(flow(), [
        { url: 'http://localhost:4000/login', set: ['sid=1; HttpOnly'] },
        { hop: 1, sent: [] },
      ]),
    },
  ],
  invalid: [
    {
      name: 'the cookie was set at localhost and the callback arrives at 127.0.0.1',
      flow: withCookies(flow(), [
        { url: 'http://localhost:3000/login', set: ['sid=1; HttpOnly'] },
        { hop: 1, sent: [] },
      ]),
      findings: [
        {
          severity: 'warning',
          message:
            'Cookie “sid” was set at localhost:3000; the callback arrives at 127.0.0.1:3000, which never gets it.',
          at: { part: 'callback' },
        },
      ],
    },
  ],
};
