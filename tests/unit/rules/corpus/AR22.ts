import type { Corpus } from '../support/corpus.ts';
import { answered, callbackUrl, formFields, ISSUER, urlOf, withCalls } from '../support/flows.ts';
import { asked, CHALLENGE, SOUND, STATE, VERIFIER } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR22',
  valid: [
    {
      name: 'it fits the challenge',
      flow: withCalls(answered(urlOf(`${ISSUER}/authorize`, SOUND), callbackUrl({ state: STATE })), {
        fields: formFields({ grant_type: 'authorization_code', code: 'code-1', code_verifier: VERIFIER }),
      }),
    },
    {
      name: 'its value is kept as a secret',
      flow: withCalls(answered(urlOf(`${ISSUER}/authorize`, SOUND), callbackUrl({ state: STATE })), {
        fields: formFields({ grant_type: 'authorization_code', code: undefined, code_verifier: undefined }),
      }),
    },
    { name: 'there is no exchange', flow: asked() },
    {
      name: 'it fits the challenge that was pushed',
      flow: withCalls(
        answered(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          fields: formFields({
            response_type: 'code',
            code_challenge: CHALLENGE,
            code_challenge_method: 'S256',
          }),
          body: '{"request_uri":"urn:example:1"}',
        },
        { fields: formFields({ grant_type: 'authorization_code', code: 'code-1', code_verifier: VERIFIER }) },
      ),
    },
    {
      name: 'the refresh of the token has none',
      flow: withCalls(answered(urlOf(`${ISSUER}/authorize`, SOUND), callbackUrl({ state: STATE })), {
        fields: formFields({ grant_type: 'refresh_token', refresh_token: undefined }),
      }),
    },
  ],
  invalid: [
    {
      name: 'it is another one',
      flow: withCalls(answered(urlOf(`${ISSUER}/authorize`, SOUND), callbackUrl({ state: STATE })), {
        fields: formFields({ grant_type: 'authorization_code', code_verifier: VERIFIER.toLowerCase() }),
      }),
      findings: [
        {
          severity: 'error',
          message:
            'code_verifier does not hash to code_challenge “E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM”: it belongs to another request.',
          at: { part: 'call', parameter: 'code_verifier' },
        },
      ],
    },
    {
      name: 'it is too short',
      flow: withCalls(answered(urlOf(`${ISSUER}/authorize`, SOUND), callbackUrl({ state: STATE })), {
        fields: formFields({ grant_type: 'authorization_code', code_verifier: 'short' }),
      }),
      findings: [
        {
          severity: 'error',
          message:
            'code_verifier has 5 characters; it must have 43 to 128, all of them letters, digits, “-”, “.”, “_” or “~”.',
          at: { part: 'call', parameter: 'code_verifier' },
        },
      ],
    },
    {
      name: 'it was forgotten',
      flow: withCalls(answered(urlOf(`${ISSUER}/authorize`, SOUND), callbackUrl({ state: STATE })), {
        fields: formFields({ grant_type: 'authorization_code', code: 'code-1' }),
      }),
      findings: [
        {
          severity: 'error',
          message:
            'code_verifier is missing in the call “Token”, although the request sent code_challenge “E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM”.',
          at: { part: 'call', parameter: 'code_verifier' },
        },
      ],
    },
    {
      name: 'the request had no challenge',
      flow: withCalls(answered(), {
        fields: formFields({ grant_type: 'authorization_code', code: 'code-1', code_verifier: VERIFIER }),
      }),
      findings: [
        {
          severity: 'error',
          message: 'The call “Token” sends code_verifier, but the request had no code_challenge.',
          at: { part: 'call', parameter: 'code_verifier' },
        },
      ],
    },
    {
      name: 'it does not fit the challenge that was pushed',
      flow: withCalls(
        answered(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          fields: formFields({
            response_type: 'code',
            code_challenge: CHALLENGE.toLowerCase(),
            code_challenge_method: 'S256',
          }),
          body: '{"request_uri":"urn:example:1"}',
        },
        { fields: formFields({ grant_type: 'authorization_code', code: 'code-1', code_verifier: VERIFIER }) },
      ),
      findings: [
        {
          severity: 'error',
          message:
            'code_verifier does not hash to code_challenge “e9melhoa2owvfremtjguchaoek1t8urwbugjsstw-cm”: it belongs to another request.',
          at: { part: 'call', parameter: 'code_verifier' },
        },
      ],
    },
  ],
};
