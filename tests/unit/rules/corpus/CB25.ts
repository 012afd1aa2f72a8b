import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, CLIENT, callbackUrl } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB25',
  valid: [
    { name: 'a code was asked for and came', flow: answered() },
    {
      name: 'both came that were asked for',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl({ id_token: 'ey.ey.x' }, '#'),
      ),
    },
    {
      name: 'an error came',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl({ code: undefined, error: 'access_denied' }, '#'),
      ),
    },
    {
      name: 'the response is encrypted',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', response_mode: 'jwt' }),
        `${CLIENT}#response=eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d`,
      ),
    },
  ],
  invalid: [
    {
      name: 'the id_token is missing',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl({}, '#'),
      ),
      findings: [
        {
          severity: 'error',
          message: 'id_token is missing, although response_type “code id_token” asks for it.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
    {
      name: 'an access token came that nobody asked for',
      flow: answered(
        authorizeUrl({ response_type: 'code id_token', nonce: 'n1', scope: 'openid' }),
        callbackUrl({ id_token: 'ey.ey.x', access_token: 'at', token_type: 'Bearer' }, '#'),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'access_token came, although response_type “code id_token” does not ask for it.',
          at: { part: 'callback', parameter: 'access_token' },
        },
      ],
    },
    {
      name: 'the access token is missing',
      flow: answered(authorizeUrl({ response_type: 'code token' }), callbackUrl({}, '#')),
      findings: [
        {
          severity: 'error',
          message: 'access_token is missing, although response_type “code token” asks for it.',
          at: { part: 'callback', parameter: 'access_token' },
        },
      ],
    },
    {
      name: 'an id_token came beside the code',
      flow: answered(authorizeUrl(), callbackUrl({ id_token: 'ey.ey.x' })),
      findings: [
        {
          severity: 'warning',
          message: 'id_token came, although response_type “code” does not ask for it.',
          at: { part: 'callback', parameter: 'id_token' },
        },
      ],
    },
  ],
};
