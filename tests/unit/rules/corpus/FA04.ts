import type { Corpus } from '../support/corpus.ts';
import { formFields, withCalls } from '../support/flows.ts';
import { asked, finapiCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'FA04',
  valid: [
    {
      name: 'it fits',
      flow: withCalls(
        asked(),
        finapiCall({
          url: 'https://sandbox.finapi.io/api/v2/users',
          encoding: 'json',
          fields: formFields({ id: 'jane.doe+1@example' }, 'json'),
        }),
      ),
    },
    {
      name: 'finAPI makes one',
      flow: withCalls(
        asked(),
        finapiCall({
          url: 'https://sandbox.finapi.io/api/v2/users',
          encoding: 'json',
          fields: formFields({ id: undefined }, 'json'),
        }),
      ),
    },
  ],
  invalid: [
    {
      name: 'it is long',
      flow: withCalls(
        asked(),
        finapiCall({
          url: 'https://sandbox.finapi.io/api/v2/users',
          encoding: 'json',
          fields: formFields({ id: 'x'.repeat(37) }, 'json'),
        }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'id “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx” has 37 characters.',
          at: { part: 'call', parameter: 'id' },
        },
      ],
    },
    {
      name: 'it has a space',
      flow: withCalls(
        asked(),
        finapiCall({
          url: 'https://sandbox.finapi.io/api/v2/users',
          encoding: 'json',
          fields: formFields({ id: 'jane doe' }, 'json'),
        }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'id “jane doe” has characters that are not allowed.',
          at: { part: 'call', parameter: 'id' },
        },
      ],
    },
  ],
};
