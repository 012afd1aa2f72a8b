import type { Corpus } from '../support/corpus.ts';
import { formFields, NOW, withCalls } from '../support/flows.ts';
import { asked, finapiCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'FA05',
  valid: [
    {
      name: 'the user signed in before',
      flow: withCalls(
        asked(),
        finapiCall({ at: NOW, fields: formFields({ grant_type: 'password', client_secret: undefined }) }),
        finapiCall({
          at: NOW + 1_000,
          method: 'DELETE',
          encoding: 'none',
          url: 'https://sandbox.finapi.io/api/v2/users',
          status: 200,
        }),
      ),
    },
    {
      name: 'nothing is known of the token',
      flow: withCalls(
        asked(),
        finapiCall({ method: 'DELETE', encoding: 'none', url: 'https://sandbox.finapi.io/api/v2/users' }),
      ),
    },
  ],
  invalid: [
    {
      name: 'only the client signed in before',
      flow: withCalls(
        asked(),
        finapiCall({
          at: NOW,
          fields: formFields({ grant_type: 'client_credentials', client_secret: undefined }),
        }),
        finapiCall({
          at: NOW + 1_000,
          method: 'DELETE',
          encoding: 'none',
          url: 'https://sandbox.finapi.io/api/v2/users',
          status: 200,
        }),
      ),
      findings: [
        {
          severity: 'error',
          message:
            'The user was deleted without a token of the user; only a client token was fetched before.',
          at: { part: 'call', parameter: 'Authorization' },
        },
      ],
    },
    {
      name: 'it was answered with 403',
      flow: withCalls(
        asked(),
        finapiCall({ at: NOW, fields: formFields({ grant_type: 'password', client_secret: undefined }) }),
        finapiCall({
          at: NOW + 1_000,
          method: 'DELETE',
          encoding: 'none',
          url: 'https://sandbox.finapi.io/api/v2/users',
          status: 403,
        }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'Deleting the user was answered with 403, as for the token of the client.',
          at: { part: 'call', parameter: 'Authorization' },
        },
      ],
    },
  ],
};
