import type { Corpus } from '../support/corpus.ts';
import { asked, intent, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR41',
  valid: [
    {
      name: 'claims asks for an id_token’s claims',
      flow: asked({ scope: 'openid', claims: '{"id_token":{"auth_time":{"essential":true},"acr":null}}' }),
    },
    { name: 'the request object has claims', flow: signed(intent()) },
  ],
  invalid: [
    {
      name: 'it is not JSON',
      flow: asked({ scope: 'openid', claims: '{id_token:{}}' }),
      findings: [
        {
          severity: 'error',
          message: 'claims “{id_token:{}}” is not JSON.',
          at: { part: 'request', parameter: 'claims' },
        },
      ],
    },
    {
      name: 'it is an array',
      flow: asked({ scope: 'openid', claims: '["email"]' }),
      findings: [
        {
          severity: 'error',
          message: 'claims is “["email"]”, which is not a JSON object.',
          at: { part: 'request', parameter: 'claims' },
        },
      ],
    },
    {
      name: 'a claim is true',
      flow: asked({ scope: 'openid', claims: '{"id_token":{"email":true}}' }),
      findings: [
        {
          severity: 'error',
          message: 'claims asks for email in id_token with “true”; it must be null or an object.',
          at: { part: 'request', parameter: 'claims' },
        },
      ],
    },
    {
      name: 'claims stand at the top',
      flow: asked({ scope: 'openid', claims: '{"email":null}' }),
      findings: [
        {
          severity: 'warning',
          message: 'claims has the member “email”; claims stand under id_token or userinfo.',
          at: { part: 'request', parameter: 'claims' },
        },
      ],
    },
    {
      name: 'it is a string in the request object',
      flow: signed({ claims: '{"id_token":{}}' }),
      findings: [
        {
          severity: 'error',
          message: 'claims is the string “{"id_token":{}}” in the request object; it must be an object.',
          at: { part: 'request', parameter: 'claims' },
        },
      ],
    },
    {
      name: 'id_token is a list',
      flow: asked({ scope: 'openid', claims: '{"id_token":["email"]}' }),
      findings: [
        {
          severity: 'error',
          message: 'claims has “["email"]” for id_token, which must be an object.',
          at: { part: 'request', parameter: 'claims' },
        },
      ],
    },
  ],
};
