import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR10',
  valid: [
    { name: 'the scheme is a domain in reverse', flow: asked({ redirect_uri: 'com.example.app:/cb' }) },
    { name: 'it uses https', flow: asked() },
  ],
  invalid: [
    {
      name: 'the scheme has no dot',
      flow: asked({ redirect_uri: 'myapp:/cb' }),
      findings: [
        {
          severity: 'warning',
          message: 'redirect_uri “myapp:/cb” has the scheme “myapp”, which any other application may claim.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
    {
      name: 'two slashes follow',
      flow: asked({ redirect_uri: 'com.example.app://cb' }),
      findings: [
        {
          severity: 'warning',
          message:
            'redirect_uri “com.example.app://cb” has two slashes after its scheme, as if a host followed.',
          at: { part: 'request', parameter: 'redirect_uri' },
        },
      ],
    },
  ],
};
