import type { Corpus } from '../support/corpus.ts';
import { answered, formFields, withCalls } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'TK08',
  valid: [
    {
      name: 'it is authorization_code',
      flow: withCalls(answered(), {
        fields: [...formFields({ grant_type: 'authorization_code', code: 'code-1' })],
      }),
    },
    {
      name: 'it is a URN',
      flow: withCalls(answered(), {
        fields: [...formFields({ grant_type: 'urn:ietf:params:oauth:grant-type:device_code' })],
      }),
    },
  ],
  invalid: [
    {
      name: 'it is code',
      flow: withCalls(answered(), { fields: [...formFields({ grant_type: 'code', code: 'code-1' })] }),
      findings: [
        {
          severity: 'error',
          message: 'grant_type of the call “Token” is “code”, which is not a grant.',
          at: { part: 'call', parameter: 'grant_type' },
        },
      ],
    },
    {
      name: 'it is written in camel case',
      flow: withCalls(answered(), { fields: [...formFields({ grant_type: 'authorizationCode' })] }),
      findings: [
        {
          severity: 'error',
          message: 'grant_type of the call “Token” is “authorizationCode”, which is not a grant.',
          at: { part: 'call', parameter: 'grant_type' },
        },
      ],
    },
    {
      name: 'it has a hyphen',
      flow: withCalls(answered(), { fields: [...formFields({ grant_type: 'client-credentials' })] }),
      findings: [
        {
          severity: 'error',
          message: 'grant_type of the call “Token” is “client-credentials”, which is not a grant.',
          at: { part: 'call', parameter: 'grant_type' },
        },
      ],
    },
    {
      name: 'it is empty',
      flow: withCalls(answered(), { fields: [...formFields({ grant_type: '' })] }),
      findings: [
        {
          severity: 'error',
          message: 'grant_type of the call “Token” is empty.',
          at: { part: 'call', parameter: 'grant_type' },
        },
      ],
    },
    {
      name: 'it is refresh',
      flow: withCalls(answered(), { fields: [...formFields({ grant_type: 'refresh' })] }),
      findings: [
        {
          severity: 'error',
          message: 'grant_type of the call “Token” is “refresh”, which is not a grant.',
          at: { part: 'call', parameter: 'grant_type' },
        },
      ],
    },
    {
      name: 'it is unknown',
      flow: withCalls(answered(), { fields: [...formFields({ grant_type: 'magic' })] }),
      findings: [
        {
          severity: 'error',
          message: 'grant_type of the call “Token” is “magic”, which is not a grant.',
          at: { part: 'call', parameter: 'grant_type' },
        },
      ],
    },
  ],
};
