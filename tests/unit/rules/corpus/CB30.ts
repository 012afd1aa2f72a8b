import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, callbackUrl, last } from '../support/flows.ts';

/** The same client signs in again and again, each time right after the callback. */
const rounds = (count: number, fields: Record<string, string> = {}): Story => {
  const story = new Story();
  for (let round = 1; round <= count; round++) {
    const url = authorizeUrl({ ...fields, state: `s${round}` });
    const answer = callbackUrl({ code: `code-${round}`, state: `s${round}` });
    story.request(url).redirect(url, 303, answer).respond(answer);
  }
  return story;
};

export const corpus: Corpus = {
  rule: 'CB30',
  valid: [
    { name: 'there are four rounds', flow: last(rounds(4)) },
    { name: 'the sixth round repeats what the fifth said', flow: last(rounds(6)) },
    { name: 'nobody sees the renewals', flow: last(rounds(5, { prompt: 'none' })) },
  ],
  invalid: [
    {
      name: 'the fifth round begins',
      flow: last(rounds(5)),
      findings: [
        {
          severity: 'error',
          message:
            'Login loop: the same client asked 5 times for the same sign-in within 1 s, each time right after a callback.',
          at: { part: 'callback' },
        },
      ],
    },
  ],
};
