import type { Corpus } from '../support/corpus.ts';
import { CLIENT, ISSUER, requested, urlOf } from '../support/flows.ts';
import { asked, leatherback, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR02',
  valid: [
    { name: 'client_id is there', flow: asked() },
    { name: 'it stands in the request object alone', flow: signed({}, { client_id: undefined }) },
  ],
  invalid: [
    {
      name: 'client_id is missing',
      flow: asked({ client_id: undefined }),
      findings: [
        {
          severity: 'error',
          message: 'client_id is missing.',
          at: { part: 'request', parameter: 'client_id' },
        },
      ],
    },
    {
      name: 'a pushed request is opened without it',
      flow: requested(
        urlOf(`${ISSUER}/authorize`, {
          request_uri: 'urn:example:1',
          response_type: 'code',
          redirect_uri: CLIENT,
        }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'client_id is missing.',
          at: { part: 'request', parameter: 'client_id' },
        },
      ],
    },
    {
      name: 'it stands nowhere, though there is a request object',
      flow: signed({ client_id: undefined }, { client_id: undefined }),
      findings: [
        {
          severity: 'error',
          message: 'client_id is missing.',
          at: { part: 'request', parameter: 'client_id' },
        },
      ],
    },
    {
      name: 'it stands nowhere at Leatherback',
      flow: leatherback({ client_id: undefined }),
      findings: [
        {
          severity: 'error',
          message: 'client_id is missing.',
          at: { part: 'request', parameter: 'client_id' },
        },
      ],
    },
    {
      name: 'it is empty',
      flow: asked({ client_id: '' }),
      findings: [
        {
          severity: 'error',
          message: 'client_id is empty.',
          at: { part: 'request', parameter: 'client_id' },
        },
      ],
    },
  ],
};
