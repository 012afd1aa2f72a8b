import type { Corpus } from '../support/corpus.ts';
import { ISSUER, requested, urlOf } from '../support/flows.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR14',
  valid: [
    { name: 'state is there', flow: asked({ code_challenge: undefined }) },
    { name: 'PKCE is there', flow: asked({ state: undefined }) },
    {
      name: 'the request is pushed',
      flow: requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
    },
  ],
  invalid: [
    {
      name: 'nothing binds the response',
      flow: asked({ state: undefined, code_challenge: undefined }),
      findings: [
        {
          severity: 'error',
          message:
            'state, code_challenge and nonce are all missing: a forged response cannot be told from a real one.',
          at: { part: 'request', parameter: 'state' },
        },
      ],
    },
  ],
};
