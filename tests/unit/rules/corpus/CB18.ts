import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, CLIENT, ISSUER, NOW_SECONDS, tokenOf, urlOf } from '../support/flows.ts';

const claims = { iss: ISSUER, aud: 'c1', exp: NOW_SECONDS + 600, code: 'code-1', state: 's1' };
const request = authorizeUrl({ response_mode: 'jwt' });

export const corpus: Corpus = {
  rule: 'CB18',
  valid: [
    {
      name: 'nothing stands beside the token',
      flow: answered(request, urlOf(CLIENT, { response: tokenOf({ ...claims }) })),
    },
    {
      name: 'the redirect URI has a parameter of its own',
      flow: answered(
        authorizeUrl({ response_mode: 'jwt', redirect_uri: `${CLIENT}?a=1` }),
        urlOf(`${CLIENT}?a=1&response=${tokenOf(claims)}`, {}),
      ),
    },
  ],
  invalid: [
    {
      name: 'state stands beside it too',
      flow: answered(request, urlOf(CLIENT, { response: tokenOf(claims), state: 's1' })),
      findings: [
        {
          severity: 'warning',
          message: 'state “s1” came beside the response token (JARM), where anybody could have put it.',
          at: { part: 'callback', parameter: 'state' },
        },
      ],
    },
  ],
};
