import { corsFault } from '../../../../lib/oauth/cors-fault.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, withCalls } from '../support/flows.ts';

const cors = corsFault({
  origin: 'http://localhost:3000',
  method: 'POST',
  url: 'https://as.example/token',
  requestHeaders: [],
  status: 200,
  responseHeaders: [],
  failed: true,
});

export const corpus: Corpus = {
  rule: 'TK10',
  valid: [{ name: 'the page got its response', flow: withCalls(answered(), {}) }],
  invalid: [
    {
      name: 'CORS withheld it',
      flow: withCalls(answered(), cors ? { cors } : {}),
      findings: [
        {
          severity: 'error',
          message:
            'The browser withheld the response from http://localhost:3000 (CORS): it has no Access-Control-Allow-Origin.',
          at: { part: 'call', parameter: 'Origin' },
        },
      ],
    },
  ],
};
