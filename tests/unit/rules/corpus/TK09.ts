import type { Corpus } from '../support/corpus.ts';
import { answered, formFields, withCalls } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'TK09',
  valid: [
    {
      name: 'each one is used once',
      flow: withCalls(
        answered(),
        {
          fields: formFields({ grant_type: 'refresh_token', refresh_token: 'r1' }),
          body: '{"access_token":"a","token_type":"Bearer","refresh_token":"r2"}',
        },
        {
          fields: formFields({ grant_type: 'refresh_token', refresh_token: 'r2' }),
          body: '{"access_token":"a","token_type":"Bearer","refresh_token":"r3"}',
        },
      ),
    },
    {
      name: 'the provider does not rotate it',
      flow: withCalls(
        answered(),
        {
          fields: formFields({ grant_type: 'refresh_token', refresh_token: 'r1' }),
          body: '{"access_token":"a","token_type":"Bearer","refresh_token":"r1"}',
        },
        {
          fields: formFields({ grant_type: 'refresh_token', refresh_token: 'r1' }),
          body: '{"access_token":"a","token_type":"Bearer","refresh_token":"r1"}',
        },
      ),
    },
    {
      name: 'its value is kept as a secret',
      flow: withCalls(
        answered(),
        { fields: formFields({ grant_type: 'refresh_token', refresh_token: undefined }) },
        { fields: formFields({ grant_type: 'refresh_token', refresh_token: undefined }) },
      ),
    },
  ],
  invalid: [
    {
      name: 'the old one is used again',
      flow: withCalls(
        answered(),
        {
          fields: formFields({ grant_type: 'refresh_token', refresh_token: 'r1' }),
          body: '{"access_token":"a","token_type":"Bearer","refresh_token":"r2"}',
        },
        {
          fields: formFields({ grant_type: 'refresh_token', refresh_token: 'r1' }),
          body: '{"access_token":"a","token_type":"Bearer","refresh_token":"r3"}',
        },
      ),
      findings: [
        {
          severity: 'error',
          message: 'The call “Token” sends a refresh token that an earlier answer had replaced.',
          at: { part: 'call', parameter: 'refresh_token' },
        },
      ],
    },
    {
      name: 'what the calls before sent is kept as a secret',
      flow: withCalls(
        answered(),
        {
          fields: formFields({ grant_type: 'authorization_code', code: 'code-1' }),
          body: '{"access_token":"a","token_type":"Bearer","refresh_token":"r1"}',
        },
        {
          fields: formFields({ grant_type: 'refresh_token', refresh_token: undefined }),
          body: '{"access_token":"a","token_type":"Bearer","refresh_token":"r2"}',
        },
        { fields: formFields({ grant_type: 'refresh_token', refresh_token: 'r1' }), status: 400, body: '{}' },
      ),
      findings: [
        {
          severity: 'error',
          message: 'The call “Token” sends a refresh token that an earlier answer had replaced.',
          at: { part: 'call', parameter: 'refresh_token' },
        },
      ],
    },
  ],
};
