import type { Corpus } from '../support/corpus.ts';
import { formFields, ISSUER, NOW, requested, urlOf, withCalls } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'RO22',
  valid: [
    {
      name: 'it is fresh',
      flow: withCalls(
        requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          stepId: 'pushed-request',
          at: NOW - 1_000,
          fields: formFields({ client_id: 'c1' }),
          body: JSON.stringify({ request_uri: 'urn:example:1', expires_in: 60 }),
        },
      ),
    },
  ],
  invalid: [
    {
      name: 'it had expired',
      flow: withCalls(
        requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          stepId: 'pushed-request',
          at: NOW - 90_000,
          fields: formFields({ client_id: 'c1' }),
          body: JSON.stringify({ request_uri: 'urn:example:1', expires_in: 60 }),
        },
      ),
      findings: [
        {
          severity: 'warning',
          message: 'request_uri “urn:example:1” had expired 30 s before the request, 22:12:50.',
          at: { part: 'request', parameter: 'request_uri' },
        },
      ],
    },
    {
      name: 'it was used before',
      flow: withCalls(
        requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          stepId: 'pushed-request',
          at: NOW - 1_000,
          fields: formFields({ client_id: 'c1' }),
          body: JSON.stringify({ request_uri: 'urn:example:1', expires_in: 60 }),
        },
      ),
      context: { others: [{ id: 'other', startedAt: NOW - 1_000, requestUri: 'urn:example:1' }] },
      findings: [
        {
          severity: 'warning',
          message: 'request_uri “urn:example:1” was already used by an earlier request.',
          at: { part: 'request', parameter: 'request_uri' },
        },
      ],
    },
    {
      name: 'it lives long under FAPI 2.0',
      flow: withCalls(
        requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
        {
          stepId: 'pushed-request',
          at: NOW - 1_000,
          fields: formFields({ client_id: 'c1' }),
          body: JSON.stringify({ request_uri: 'urn:example:1', expires_in: 600 }),
        },
      ),
      gates: ['fapi2'],
      findings: [
        {
          severity: 'warning',
          message: 'expires_in of the pushed request is 600 s; FAPI 2.0 wants less than 600 s.',
          at: { part: 'request', parameter: 'request_uri' },
        },
      ],
    },
  ],
};
