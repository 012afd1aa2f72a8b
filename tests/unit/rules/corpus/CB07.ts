import type { Corpus } from '../support/corpus.ts';
import {
  answered,
  authorizeUrl,
  callbackUrl,
  ISSUER,
  NOW_SECONDS,
  posted,
  tokenOf,
} from '../support/flows.ts';

const claims = {
  iss: ISSUER,
  sub: 'jane',
  aud: 'c1',
  iat: NOW_SECONDS,
  exp: NOW_SECONDS + 300,
  nonce: 'n1',
};
const hybrid = authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' });

export const corpus: Corpus = {
  rule: 'CB07',
  valid: [
    {
      name: 'code comes in the query',
      flow: answered(),
    },
    {
      name: 'a hybrid answer comes in the fragment',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf({ ...claims }) }, '#')),
    },
    {
      name: 'response_mode is form_post',
      flow: posted(authorizeUrl({ response_mode: 'form_post' }), { code: 'code-1', state: 's1' }),
    },
    {
      name: 'response_mode is one that is not known',
      flow: answered(authorizeUrl({ response_mode: 'web_message' })),
    },
  ],
  invalid: [
    {
      name: 'code comes in the fragment',
      flow: answered(authorizeUrl(), callbackUrl({}, '#')),
      findings: [
        {
          severity: 'warning',
          message: 'The response came by fragment; response_type “code” asks for query.',
          at: { part: 'callback', parameter: 'response_mode' },
        },
      ],
    },
    {
      name: 'a hybrid answer comes in the query',
      flow: answered(hybrid, callbackUrl({ id_token: tokenOf(claims) })),
      findings: [
        {
          severity: 'warning',
          message: 'The response came by query; response_type “code id_token” asks for fragment.',
          at: { part: 'callback', parameter: 'response_mode' },
        },
      ],
    },
    {
      name: 'form_post was asked for and the query used',
      flow: answered(authorizeUrl({ response_mode: 'form_post' })),
      findings: [
        {
          severity: 'warning',
          message: 'The response came by query; response_mode “form_post” asks for form_post.',
          at: { part: 'callback', parameter: 'response_mode' },
        },
      ],
    },
    {
      name: 'jwt was asked for and plain parameters came',
      flow: answered(authorizeUrl({ response_mode: 'jwt' })),
      findings: [
        {
          severity: 'warning',
          message: 'The response came by query; response_mode “jwt” asks for query.jwt.',
          at: { part: 'callback', parameter: 'response_mode' },
        },
      ],
    },
  ],
};
