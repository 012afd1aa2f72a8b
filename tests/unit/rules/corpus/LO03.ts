import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { last, urlOf } from '../support/flows.ts';

const BACK = 'https://app.example/bye';
const HINT = 'eyJhbGciOiJub25lIn0.e30.';
const url = (fields: Record<string, string>): string =>
  urlOf('https://as.example/logout', { post_logout_redirect_uri: BACK, ...fields });
const page = (status: number): Story =>
  new Story().request(url({ id_token_hint: HINT })).respond(url({ id_token_hint: HINT }), status);

/** The person confirms by a form, and the provider shows a page of its own. */
const confirmed = (story: Story): Story =>
  story
    .request('https://as.example/logout/confirm', { method: 'POST' })
    .redirect('https://as.example/logout/confirm', 303, 'https://as.example/logout/success')
    .respond('https://as.example/logout/success');

export const corpus: Corpus = {
  rule: 'LO03',
  valid: [
    { name: 'the provider asks the person first', flow: last(page(200)) },
    {
      name: 'nobody said whose address it is, which another rule finds',
      flow: last(confirmed(new Story().request(url({})).respond(url({}), 200))),
    },
    { name: 'it leads back', flow: last(page(200).request(BACK).respond(BACK)) },
  ],
  invalid: [
    {
      name: 'it refuses',
      flow: last(page(400)),
      findings: [
        {
          severity: 'warning',
          message:
            'The provider answered 400 and did not lead back to post_logout_redirect_uri “https://app.example/bye”.',
          at: { part: 'request', parameter: 'post_logout_redirect_uri' },
        },
      ],
    },
    {
      name: 'the person confirmed, and it stays on its page',
      flow: last(confirmed(page(200))),
      findings: [
        {
          severity: 'warning',
          message:
            'The provider answered 200 and did not lead back to post_logout_redirect_uri “https://app.example/bye”.',
          at: { part: 'request', parameter: 'post_logout_redirect_uri' },
        },
      ],
    },
    {
      name: 'it stays on its page',
      flow: last(page(200).closed()),
      findings: [
        {
          severity: 'warning',
          message:
            'The provider answered 200 and did not lead back to post_logout_redirect_uri “https://app.example/bye”.',
          at: { part: 'request', parameter: 'post_logout_redirect_uri' },
        },
      ],
    },
  ],
};
