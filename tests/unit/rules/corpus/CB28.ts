import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl, last } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB28',
  valid: [
    { name: 'the application answers', flow: answered() },
    {
      name: 'nothing answers',
      flow: last(
        new Story().request(authorizeUrl()).redirect(authorizeUrl(), 303, callbackUrl()).fail(callbackUrl()),
      ),
    },
  ],
  invalid: [
    {
      name: 'it answers 404',
      flow: last(
        new Story()
          .request(authorizeUrl())
          .redirect(authorizeUrl(), 303, callbackUrl())
          .respond(callbackUrl(), 404),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'The application at app.example answered its callback with 404.',
          at: { part: 'callback' },
        },
      ],
    },
    {
      name: 'it answers 405',
      flow: last(
        new Story()
          .request(authorizeUrl())
          .redirect(authorizeUrl(), 303, callbackUrl())
          .respond(callbackUrl(), 405),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'The application at app.example answered its callback with 405.',
          at: { part: 'callback' },
        },
      ],
    },
    {
      name: 'it answers 500',
      flow: last(
        new Story()
          .request(authorizeUrl())
          .redirect(authorizeUrl(), 303, callbackUrl())
          .respond(callbackUrl(), 500),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'The application at app.example answered its callback with 500.',
          at: { part: 'callback' },
        },
      ],
    },
  ],
};
