import { flowsOf, Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl } from '../support/flows.ts';

const again = (second: string) => {
  const story = new Story()
    .request(authorizeUrl())
    .redirect(authorizeUrl(), 303, callbackUrl())
    .respond(callbackUrl())
    .request(second);
  const [first] = flowsOf(story);
  if (!first) throw new Error('the story has no flow');
  return first;
};

export const corpus: Corpus = {
  rule: 'CB35',
  valid: [
    { name: 'nothing follows', flow: answered() },
    { name: 'more is asked for', flow: again(authorizeUrl({ scope: 'more', state: 's2' })) },
  ],
  invalid: [
    {
      name: 'the same is asked for',
      flow: again(authorizeUrl({ state: 's2' })),
      findings: [
        {
          severity: 'warning',
          message: '3 ms after code “code-1” arrived, the application asked for the same sign-in again.',
          at: { part: 'callback' },
        },
      ],
    },
  ],
};
