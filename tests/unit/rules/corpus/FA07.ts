import type { Corpus } from '../support/corpus.ts';
import { formFields, withCalls } from '../support/flows.ts';
import { asked, finapiCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'FA07',
  valid: [
    {
      name: 'a client signs in',
      flow: withCalls(
        asked(),
        finapiCall({
          fields: formFields({ grant_type: 'client_credentials', client_id: 'a', client_secret: undefined }),
        }),
      ),
    },
    {
      name: 'a user signs in',
      flow: withCalls(
        asked(),
        finapiCall({
          fields: formFields({
            grant_type: 'password',
            client_id: 'a',
            client_secret: undefined,
            username: 'u',
            password: undefined,
          }),
        }),
      ),
    },
  ],
  invalid: [
    {
      name: 'it is that of codes',
      flow: withCalls(
        asked(),
        finapiCall({
          fields: formFields({ grant_type: 'authorization_code', client_id: 'a', client_secret: undefined }),
        }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'grant_type is “authorization_code”, which finAPI does not offer.',
          at: { part: 'call', parameter: 'grant_type' },
        },
      ],
    },
    {
      name: 'it is missing',
      flow: withCalls(
        asked(),
        finapiCall({ fields: formFields({ client_id: 'a', client_secret: undefined }) }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'grant_type is missing from the token call.',
          at: { part: 'call', parameter: 'grant_type' },
        },
      ],
    },
    {
      name: 'a username stands beside client_credentials',
      flow: withCalls(
        asked(),
        finapiCall({
          fields: formFields({ grant_type: 'client_credentials', client_secret: undefined, username: 'u' }),
        }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'username is sent with grant_type=client_credentials, which gives a token of the client.',
          at: { part: 'call', parameter: 'grant_type' },
        },
      ],
    },
    {
      name: 'the password is missing',
      flow: withCalls(
        asked(),
        finapiCall({
          fields: formFields({ grant_type: 'password', client_secret: undefined, username: 'u' }),
        }),
      ),
      findings: [
        {
          severity: 'error',
          message: 'password is missing from the token call with grant_type=password.',
          at: { part: 'call', parameter: 'password' },
        },
      ],
    },
  ],
};
