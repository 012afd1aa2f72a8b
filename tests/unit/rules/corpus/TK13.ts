import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, formFields, NOW_SECONDS, tokenOf, withCalls } from '../support/flows.ts';

const claims = { iss: 'https://as.example', sub: 'u', aud: 'c1', iat: NOW_SECONDS, exp: NOW_SECONDS + 60 };
const exchange = (header: Readonly<Record<string, string>>) => ({
  fields: formFields({ grant_type: 'authorization_code' }),
  body: JSON.stringify({ access_token: 'a', token_type: 'Bearer', id_token: tokenOf(claims, header) }),
});
const keys = (...kids: readonly string[]) => ({
  stepId: 'page:jwks',
  name: 'Key set fetched by the page',
  method: 'GET',
  url: 'https://as.example/jwks',
  body: JSON.stringify({ keys: kids.map((kid) => ({ kty: 'RSA', kid })) }),
});
const flow = () => answered(authorizeUrl({ scope: 'openid' }));

export const corpus: Corpus = {
  rule: 'TK13',
  valid: [
    { name: 'the page fetched no key set', flow: withCalls(flow(), exchange({ kid: 'k2' })) },
    { name: 'the set has the key', flow: withCalls(flow(), keys('k1', 'k2'), exchange({ kid: 'k2' })) },
    {
      name: 'the page fetched the set again',
      flow: withCalls(flow(), keys('k1'), exchange({ kid: 'k2' }), keys('k2')),
    },
    {
      name: 'the client secret signed',
      flow: withCalls(flow(), keys('k1'), exchange({ alg: 'HS256', kid: 'k2' })),
    },
    {
      name: 'the set is none',
      flow: withCalls(flow(), { ...keys(), body: '<html>' }, exchange({ kid: 'k2' })),
    },
  ],
  invalid: [
    {
      name: 'the set is older than the key',
      flow: withCalls(flow(), keys('k0', 'k1'), exchange({ kid: 'k2' })),
      findings: [
        {
          severity: 'error',
          message:
            'The id_token is signed with key “k2”, which is not in the key set that the page fetched from https://as.example/jwks (“k0”, “k1”).',
          at: { part: 'token', parameter: 'kid' },
        },
      ],
    },
  ],
};
