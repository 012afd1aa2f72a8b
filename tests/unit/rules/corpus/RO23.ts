import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO23',
  valid: [
    { name: 'it is a urn', flow: asked({ request_uri: 'urn:ietf:params:oauth:request_uri:6esc' }) },
    { name: 'it is an https URL', flow: asked({ request_uri: 'https://app.example/request/1' }) },
  ],
  invalid: [
    {
      name: 'it uses http',
      flow: asked({ request_uri: 'http://app.example/request/1' }),
      findings: [
        {
          severity: 'error',
          message: 'request_uri “http://app.example/request/1” is neither an https URL nor a urn.',
          at: { part: 'request', parameter: 'request_uri' },
        },
      ],
    },
    {
      name: 'it is long',
      flow: asked({ request_uri: `https://app.example/${'x'.repeat(500)}` }),
      findings: [
        {
          severity: 'warning',
          message:
            'request_uri “https://app.example/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…xxxxxxxxxxxxxxxx” has 520 characters; servers need not take more than 512.',
          at: { part: 'request', parameter: 'request_uri' },
        },
      ],
    },
  ],
};
