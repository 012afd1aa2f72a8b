import type { Corpus } from '../support/corpus.ts';
import { formFields, ISSUER, NOW, requested, urlOf, withCalls } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'RO21',
  valid: [
    {
      name: 'the parameters are pushed',
      flow: withCalls(
        requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          stepId: 'pushed-request',
          at: NOW - 1_000,
          fields: formFields({ client_id: 'c1', response_type: 'code', client_secret: undefined }),
          body: JSON.stringify({ request_uri: 'urn:example:1', expires_in: 60 }),
        },
      ),
    },
  ],
  invalid: [
    {
      name: 'request_uri is pushed',
      flow: withCalls(
        requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          stepId: 'pushed-request',
          at: NOW - 1_000,
          fields: formFields({ client_id: 'c1', client_secret: undefined, request_uri: 'urn:x' }),
          body: JSON.stringify({ request_uri: 'urn:example:1', expires_in: 60 }),
        },
      ),
      findings: [
        {
          severity: 'error',
          message: 'The pushed request has the parameter request_uri, which RFC 9126 forbids there.',
          at: { part: 'call', parameter: 'request_uri' },
        },
      ],
    },
    {
      name: 'nobody authenticates',
      flow: withCalls(
        requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          stepId: 'pushed-request',
          at: NOW - 1_000,
          fields: formFields({ client_id: 'c1' }),
          body: JSON.stringify({ request_uri: 'urn:example:1', expires_in: 60 }),
        },
      ),
      findings: [
        {
          severity: 'warning',
          message: 'The pushed request carries no client authentication.',
          at: { part: 'call', parameter: 'client_id' },
        },
      ],
    },
    {
      name: 'nobody authenticates under FAPI 2.0',
      flow: withCalls(
        requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          stepId: 'pushed-request',
          at: NOW - 1_000,
          fields: formFields({ client_id: 'c1' }),
          body: JSON.stringify({ request_uri: 'urn:example:1', expires_in: 60 }),
        },
      ),
      gates: ['fapi2'],
      findings: [
        {
          severity: 'error',
          message: 'The pushed request carries no client authentication.',
          at: { part: 'call', parameter: 'client_id' },
        },
      ],
    },
  ],
};
