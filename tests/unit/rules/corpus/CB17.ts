import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, CLIENT, ISSUER, NOW_SECONDS, tokenOf, urlOf } from '../support/flows.ts';

const claims = { iss: ISSUER, aud: 'c1', exp: NOW_SECONDS + 600, code: 'code-1', state: 's1' };
const request = authorizeUrl({ response_mode: 'jwt' });

export const corpus: Corpus = {
  rule: 'CB17',
  valid: [
    {
      name: 'it is valid for ten minutes',
      flow: answered(request, urlOf(CLIENT, { response: tokenOf({ ...claims }) })),
    },
    {
      name: 'iat says when it was made',
      flow: answered(
        request,
        urlOf(CLIENT, { response: tokenOf({ ...claims, iat: NOW_SECONDS - 10, exp: NOW_SECONDS + 590 }) }),
      ),
    },
  ],
  invalid: [
    {
      name: 'it is valid for a day',
      flow: answered(request, urlOf(CLIENT, { response: tokenOf({ ...claims, exp: NOW_SECONDS + 86_400 }) })),
      findings: [
        {
          severity: 'warning',
          message: 'The response token is valid for 1 day; JARM recommends 10 min at most.',
          at: { part: 'callback', parameter: 'response' },
        },
      ],
    },
  ],
};
