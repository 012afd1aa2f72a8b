import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, last, urlOf } from '../support/flows.ts';

const refused = (fields: Record<string, string> = {}, frame = 4) => {
  const url = authorizeUrl({ prompt: 'none', ...fields });
  const answer = urlOf(fields.redirect_uri ?? 'https://app.example/cb', {
    error: 'login_required',
    state: 's1',
  });
  return last(new Story(1, frame).request(url).redirect(url, 303, answer).respond(answer));
};

export const corpus: Corpus = {
  rule: 'CB36',
  valid: [
    { name: 'it is no frame', flow: refused({}, 0) },
    { name: 'it is no renewal', flow: refused({ prompt: 'login' }) },
    { name: 'both are of one site', flow: refused({ redirect_uri: 'https://app.as.example/cb' }) },
  ],
  invalid: [
    {
      name: 'a frame of another site finds nobody signed in',
      flow: refused({ redirect_uri: 'https://app.other-site.test/cb' }),
      findings: [
        {
          severity: 'info',
          message:
            'as.example sees nobody signed in. In a frame of another site the browser probably withheld its session cookie.',
          at: { part: 'callback', parameter: 'error' },
        },
      ],
    },
  ],
};
