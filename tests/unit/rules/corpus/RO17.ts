import type { Corpus } from '../support/corpus.ts';
import { intent, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO17',
  valid: [{ name: 'acr is essential', flow: signed(intent()), gates: ['obuk'] }],
  invalid: [
    {
      name: 'acr is missing',
      flow: signed(intent({ acr: undefined })),
      gates: ['obuk'],
      findings: [
        {
          severity: 'warning',
          message: 'claims.id_token.acr is missing, so any strength of sign-in is accepted.',
          at: { part: 'request', parameter: 'claims' },
        },
      ],
    },
    {
      name: 'acr is a wish',
      flow: signed(intent({ acr: { values: ['urn:openbanking:psd2:sca'] } })),
      gates: ['obuk'],
      findings: [
        {
          severity: 'warning',
          message: 'claims.id_token.acr is not essential, so the provider may ignore it.',
          at: { part: 'request', parameter: 'claims' },
        },
      ],
    },
    {
      name: 'acr is of another kind',
      flow: signed(intent({ acr: { essential: true, value: 'gold' } })),
      gates: ['obuk'],
      findings: [
        {
          severity: 'warning',
          message: 'claims.id_token.acr asks for “gold”.',
          at: { part: 'request', parameter: 'claims' },
        },
      ],
    },
  ],
};
