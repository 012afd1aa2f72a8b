import type { Corpus } from '../support/corpus.ts';
import { ISSUER, requested, urlOf } from '../support/flows.ts';
import { asked, STATE } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR34',
  valid: [
    {
      name: 'the request was pushed',
      flow: requested(urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1' })),
      gates: ['fapi2'],
    },
  ],
  invalid: [
    {
      name: 'it was not',
      flow: asked(),
      gates: ['fapi2'],
      findings: [
        {
          severity: 'error',
          message: 'request_uri is missing: FAPI 2.0 wants the request pushed (PAR).',
          at: { part: 'request', parameter: 'request_uri' },
        },
      ],
    },
    {
      name: 'something is sent beside it',
      flow: requested(
        urlOf(`${ISSUER}/authorize`, { client_id: 'c1', request_uri: 'urn:example:1', state: STATE }),
      ),
      gates: ['fapi2'],
      findings: [
        {
          severity: 'error',
          message: 'The URL also carries state; under FAPI 2.0 it has client_id and request_uri only.',
          at: { part: 'request', parameter: 'state' },
        },
      ],
    },
  ],
};
