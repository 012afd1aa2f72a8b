import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { last, urlOf } from '../support/flows.ts';

const BACK = 'https://app.example/bye';
const HINT = 'eyJhbGciOiJub25lIn0.e30.';
const url = (fields: Record<string, string>): string =>
  urlOf('https://as.example/logout', { post_logout_redirect_uri: BACK, ...fields });
const back = (fields: Record<string, string>, answer: Record<string, string>) =>
  last(new Story().request(url(fields)).redirect(url(fields), 302, urlOf(BACK, answer)).respond(BACK));

export const corpus: Corpus = {
  rule: 'LO01',
  valid: [
    { name: 'the state comes back', flow: back({ id_token_hint: HINT, state: 'a' }, { state: 'a' }) },
    { name: 'there is none', flow: back({ id_token_hint: HINT }, {}) },
  ],
  invalid: [
    {
      name: 'another one comes back',
      flow: back({ id_token_hint: HINT, state: 'a' }, { state: 'b' }),
      findings: [
        {
          severity: 'error',
          message: 'state is “b”; the logout request sent “a”.',
          at: { part: 'callback', parameter: 'state' },
        },
      ],
    },
    {
      name: 'none comes back',
      flow: back({ id_token_hint: HINT, state: 'a' }, {}),
      findings: [
        {
          severity: 'error',
          message: 'state is missing; the logout request sent “a”.',
          at: { part: 'callback', parameter: 'state' },
        },
      ],
    },
  ],
};
