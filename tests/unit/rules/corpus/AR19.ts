import type { Corpus } from '../support/corpus.ts';
import { answered, formFields, ISSUER, requested, urlOf, withCalls } from '../support/flows.ts';
import { asked, connectpayUrl, SOUND } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR19',
  valid: [
    { name: 'code_challenge is there', flow: asked() },
    {
      name: 'an id_token is asked for too',
      flow: asked({
        response_type: 'code id_token',
        code_challenge: undefined,
        code_challenge_method: undefined,
      }),
    },
    { name: 'the provider does not document PKCE', flow: requested(connectpayUrl()) },
  ],
  invalid: [
    {
      name: 'it is missing in the request of a web application',
      flow: asked({ code_challenge: undefined, code_challenge_method: undefined }),
      findings: [
        {
          severity: 'info',
          message:
            'code_challenge is missing; the client secret protects a stolen code, PKCE also an injected one.',
          at: { part: 'request', parameter: 'code_challenge' },
        },
      ],
    },
    {
      name: 'it is missing and the redirect URI is that of an installed application',
      flow: asked({
        code_challenge: undefined,
        code_challenge_method: undefined,
        redirect_uri: 'com.example.app:/cb',
      }),
      findings: [
        {
          severity: 'warning',
          message:
            'code_challenge is missing: whoever steals the code of this public client can exchange it.',
          at: { part: 'request', parameter: 'code_challenge' },
        },
      ],
    },
    {
      name: 'it is missing and the code is exchanged without credentials',
      flow: withCalls(
        {
          ...answered(
            urlOf(`${ISSUER}/authorize`, {
              ...SOUND,
              code_challenge: undefined,
              code_challenge_method: undefined,
            }),
          ),
        },
        { fields: formFields({ grant_type: 'authorization_code', client_id: 'c1', code: 'code-1' }) },
      ),
      findings: [
        {
          severity: 'warning',
          message:
            'code_challenge is missing: whoever steals the code of this public client can exchange it.',
          at: { part: 'request', parameter: 'code_challenge' },
        },
      ],
    },
    {
      name: 'only its method is sent',
      flow: asked({ code_challenge: undefined }),
      findings: [
        {
          severity: 'warning',
          message: 'code_challenge_method is sent without code_challenge, so PKCE is not used.',
          at: { part: 'request', parameter: 'code_challenge' },
        },
      ],
    },
    {
      name: 'it is missing under FAPI 2.0',
      flow: asked({ code_challenge: undefined }),
      gates: ['fapi2'],
      findings: [
        {
          severity: 'error',
          message: 'code_challenge is missing; FAPI 2.0 requires PKCE.',
          at: { part: 'request', parameter: 'code_challenge' },
        },
      ],
    },
  ],
};
