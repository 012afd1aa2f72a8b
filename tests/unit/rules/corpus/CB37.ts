import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, last } from '../support/flows.ts';

const page = (): Story => new Story().request(authorizeUrl()).respond(authorizeUrl());
const login = 'https://as.example/login';

export const corpus: Corpus = {
  rule: 'CB37',
  valid: [
    { name: 'the page is still shown', flow: last(page()) },
    { name: 'another page followed', flow: last(page().request(login).respond(login).closed()) },
  ],
  invalid: [
    {
      name: 'the tab was closed on it',
      flow: last(page().closed()),
      findings: [
        {
          severity: 'info',
          message: 'as.example answered the authorize request with a page, and nothing followed it.',
          at: { part: 'hop' },
        },
      ],
    },
  ],
};
