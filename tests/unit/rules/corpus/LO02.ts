import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { last, urlOf } from '../support/flows.ts';

const BACK = 'https://app.example/bye';
const HINT = 'eyJhbGciOiJub25lIn0.e30.';
const url = (fields: Record<string, string>): string =>
  urlOf('https://as.example/logout', { post_logout_redirect_uri: BACK, ...fields });
const asked = (fields: Record<string, string>) => last(new Story().request(url(fields)));

export const corpus: Corpus = {
  rule: 'LO02',
  valid: [
    { name: 'there is a hint', flow: asked({ id_token_hint: HINT }) },
    { name: 'there is a client', flow: asked({ client_id: 'c1' }) },
  ],
  invalid: [
    {
      name: 'there is neither',
      flow: asked({}),
      findings: [
        {
          severity: 'warning',
          message:
            'post_logout_redirect_uri “https://app.example/bye” was sent without id_token_hint and without client_id, so that the provider cannot tell whose it is.',
          at: { part: 'request', parameter: 'post_logout_redirect_uri' },
        },
      ],
    },
  ],
};
