import { Story } from '../../support/observations.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, last } from '../support/flows.ts';

const inFrame = (): Story => new Story(1, 4).request(authorizeUrl()).respond(authorizeUrl());

export const corpus: Corpus = {
  rule: 'CB34',
  valid: [
    { name: 'there is no frame', flow: answered() },
    { name: 'the frame shows the page', flow: last(inFrame()) },
  ],
  invalid: [
    {
      name: 'the browser refuses to show it',
      flow: last(inFrame().fail(authorizeUrl(), 'net::ERR_BLOCKED_BY_RESPONSE')),
      findings: [
        {
          severity: 'error',
          message: 'as.example forbids that its page is shown in this frame; the browser shows nothing.',
          at: { part: 'hop' },
        },
      ],
    },
    {
      name: 'its header forbids every frame',
      flow: { ...last(inFrame()), end: { kind: 'frame-refused', at: 1, policy: 'DENY' } },
      findings: [
        {
          severity: 'error',
          message:
            'as.example forbids that its page is shown in this frame by “DENY”; the browser shows nothing.',
          at: { part: 'hop' },
        },
      ],
    },
  ],
};
