import type { Corpus } from '../support/corpus.ts';
import { asked } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'AR24',
  valid: [
    { name: 'FAPI 1.0: code id_token', flow: asked({ response_type: 'code id_token' }), gates: ['fapi1'] },
    { name: 'FAPI 1.0: code with JARM', flow: asked({ response_mode: 'jwt' }), gates: ['fapi1'] },
    { name: 'FAPI 2.0: code', flow: asked(), gates: ['fapi2'] },
  ],
  invalid: [
    {
      name: 'FAPI 1.0: code without JARM',
      flow: asked(),
      gates: ['fapi1'],
      findings: [
        {
          severity: 'error',
          message: 'response_type “code” is not allowed by FAPI 1.0 Advanced.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
    {
      name: 'FAPI 2.0: code id_token',
      flow: asked({ response_type: 'code id_token' }),
      gates: ['fapi2'],
      findings: [
        {
          severity: 'error',
          message: 'response_type “code id_token” is not allowed by FAPI 2.0.',
          at: { part: 'request', parameter: 'response_type' },
        },
      ],
    },
  ],
};
