import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, CLIENT, callbackUrl } from '../support/flows.ts';

const ELSEWHERE = 'https://other.example/cb?code=code-1&state=s1';

export const corpus: Corpus = {
  rule: 'CBRU',
  valid: [
    { name: 'the response goes to the redirect URI', flow: answered() },
    {
      name: 'the redirect URI has a query of its own',
      flow: answered(authorizeUrl({ redirect_uri: `${CLIENT}?a=1` }), callbackUrl({ a: '1' })),
    },
  ],
  invalid: [
    {
      name: 'the response goes somewhere else',
      flow: answered(authorizeUrl(), ELSEWHERE),
      findings: [
        {
          severity: 'error',
          message: `The response went to “${ELSEWHERE}”; the request asked for “${CLIENT}”.`,
          at: { part: 'callback', parameter: 'redirect_uri' },
        },
      ],
    },
  ],
};
