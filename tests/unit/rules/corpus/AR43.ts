import type { Corpus } from '../support/corpus.ts';
import { asked, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR43',
  valid: [
    { name: 'resource is an absolute URI', flow: asked({ resource: 'https://api.example/' }) },
    { name: 'resource is a URN', flow: asked({ resource: 'urn:example:api' }) },
    {
      name: 'resource is the id of an API',
      flow: asked({ resource: '00000003-0000-0000-c000-000000000000' }),
    },
  ],
  invalid: [
    {
      name: 'it has a fragment',
      flow: asked({ resource: 'https://api.example/#accounts' }),
      findings: [
        {
          severity: 'error',
          message: 'resource “https://api.example/#accounts” has a fragment.',
          at: { part: 'request', parameter: 'resource' },
        },
      ],
    },
    {
      name: 'it is relative',
      flow: asked({ resource: '/accounts' }),
      findings: [
        {
          severity: 'error',
          message: 'resource “/accounts” is not an absolute URI.',
          at: { part: 'request', parameter: 'resource' },
        },
      ],
    },
    {
      name: 'it has a fragment in the request object',
      flow: signed({ resource: ['https://api.example/', 'https://api.example/#x'] }),
      findings: [
        {
          severity: 'error',
          message: 'resource “https://api.example/#x” has a fragment.',
          at: { part: 'request', parameter: 'resource' },
        },
      ],
    },
  ],
};
