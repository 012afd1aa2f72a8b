import type { Corpus } from '../support/corpus.ts';
import { asked, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR42',
  valid: [
    {
      name: 'each entry has a type',
      flow: asked({ authorization_details: '[{"type":"payment_initiation","actions":["initiate"]}]' }),
    },
    {
      name: 'it is an array in the request object',
      flow: signed({ authorization_details: [{ type: 'account_information' }] }),
    },
  ],
  invalid: [
    {
      name: 'it is not JSON',
      flow: asked({ authorization_details: '[{type:1}]' }),
      findings: [
        {
          severity: 'error',
          message: 'authorization_details “[{type:1}]” is not JSON.',
          at: { part: 'request', parameter: 'authorization_details' },
        },
      ],
    },
    {
      name: 'it is an object',
      flow: asked({ authorization_details: '{"type":"account_information"}' }),
      findings: [
        {
          severity: 'error',
          message: 'authorization_details is “{"type":"account_information"}”, which is not a JSON array.',
          at: { part: 'request', parameter: 'authorization_details' },
        },
      ],
    },
    {
      name: 'an entry has no type',
      flow: asked({ authorization_details: '[{"actions":["read"]}]' }),
      findings: [
        {
          severity: 'error',
          message: 'authorization_details has no type in entry 1.',
          at: { part: 'request', parameter: 'authorization_details' },
        },
      ],
    },
    {
      name: 'it is empty',
      flow: asked({ authorization_details: '[]' }),
      findings: [
        {
          severity: 'error',
          message: 'authorization_details is an empty array.',
          at: { part: 'request', parameter: 'authorization_details' },
        },
      ],
    },
    {
      name: 'actions is text',
      flow: asked({ authorization_details: '[{"type":"a","actions":"read"}]' }),
      findings: [
        {
          severity: 'error',
          message:
            'authorization_details has “read” for actions in entry 1, which must be an array of strings.',
          at: { part: 'request', parameter: 'authorization_details' },
        },
      ],
    },
    {
      name: 'it is a string in the request object',
      flow: signed({ authorization_details: '[{"type":"a"}]' }),
      findings: [
        {
          severity: 'error',
          message: 'authorization_details is “[{"type":"a"}]”, which is not a JSON array.',
          at: { part: 'request', parameter: 'authorization_details' },
        },
      ],
    },
  ],
};
