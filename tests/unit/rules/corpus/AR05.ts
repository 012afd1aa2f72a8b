import type { Corpus } from '../support/corpus.ts';
import { asked, askedRaw } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR05',
  valid: [
    { name: 'the endpoint uses https', flow: asked() },
    { name: 'the endpoint is on the machine itself', flow: asked({}, 'http://127.0.0.1:4603/auth') },
  ],
  invalid: [
    {
      name: 'the endpoint uses http',
      flow: asked({}, 'http://as.example/authorize'),
      findings: [
        {
          severity: 'error',
          message: 'The authorization endpoint at “as.example” is opened over http, without encryption.',
          at: { part: 'request' },
        },
      ],
    },
    {
      name: 'the URL has a fragment',
      flow: askedRaw('#top'),
      findings: [
        {
          severity: 'error',
          message: 'The authorization URL has the fragment “top”.',
          at: { part: 'request' },
        },
      ],
    },
  ],
};
