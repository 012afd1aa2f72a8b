import type { Corpus } from '../support/corpus.ts';
import { formFields, ISSUER, requested, urlOf, withCalls } from '../support/flows.ts';
import { CHALLENGE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO24',
  valid: [
    {
      name: 'the challenge is pushed',
      flow: withCalls(
        requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          fields: formFields({
            response_type: 'code',
            code_challenge: CHALLENGE,
            code_challenge_method: 'S256',
            client_secret: undefined,
          }),
          body: '{"request_uri":"urn:example:1","expires_in":60}',
        },
      ),
      gates: ['fapi2'],
    },
    {
      name: 'a request object is pushed',
      flow: withCalls(
        requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          fields: formFields({ client_id: 'c1', request: 'a.b.c', client_assertion: undefined }),
          body: '{"request_uri":"urn:example:1","expires_in":60}',
        },
      ),
      gates: ['fapi2'],
    },
  ],
  invalid: [
    {
      name: 'it is missing under FAPI 2.0',
      flow: withCalls(
        requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          fields: formFields({ response_type: 'code', client_secret: undefined }),
          body: '{"request_uri":"urn:example:1","expires_in":60}',
        },
      ),
      gates: ['fapi2'],
      findings: [
        {
          severity: 'error',
          message: 'The pushed request has no code_challenge; FAPI requires PKCE with pushed requests.',
          at: { part: 'call', parameter: 'code_challenge' },
        },
      ],
    },
    {
      name: 'it is missing elsewhere',
      flow: withCalls(
        requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          fields: formFields({ response_type: 'code', client_secret: undefined }),
          body: '{"request_uri":"urn:example:1","expires_in":60}',
        },
      ),
      findings: [
        {
          severity: 'info',
          message: 'The pushed request has no code_challenge.',
          at: { part: 'call', parameter: 'code_challenge' },
        },
      ],
    },
    {
      name: 'its method is missing',
      flow: withCalls(
        requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          fields: formFields({ response_type: 'code', client_secret: undefined, code_challenge: CHALLENGE }),
          body: '{"request_uri":"urn:example:1","expires_in":60}',
        },
      ),
      findings: [
        {
          severity: 'error',
          message:
            'code_challenge_method of the pushed request is missing, which means plain; it must be S256.',
          at: { part: 'call', parameter: 'code_challenge_method' },
        },
      ],
    },
    {
      name: 'its method is plain',
      flow: withCalls(
        requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          fields: formFields({
            response_type: 'code',
            client_secret: undefined,
            code_challenge: CHALLENGE,
            code_challenge_method: 'plain',
          }),
          body: '{"request_uri":"urn:example:1","expires_in":60}',
        },
      ),
      findings: [
        {
          severity: 'error',
          message: 'code_challenge_method of the pushed request is “plain”; it must be S256.',
          at: { part: 'call', parameter: 'code_challenge_method' },
        },
      ],
    },
  ],
};
