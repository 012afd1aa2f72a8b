import { connectpay } from '../../../../lib/providers/connectpay.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, formFields, NOW, withCalls } from '../support/flows.ts';

const exchange = formFields({ grant_type: 'authorization_code', code: 'code-1' });

export const corpus: Corpus = {
  rule: 'CB19',
  valid: [
    {
      name: 'the code is exchanged at once',
      flow: withCalls(answered(), { fields: exchange }),
    },
    {
      name: 'the code is not exchanged here',
      flow: answered(),
    },
    {
      name: 'the provider gives codes a day',
      flow: withCalls(answered(), { at: NOW + 3_600_000, fields: exchange }),
      context: { profile: connectpay },
    },
  ],
  invalid: [
    {
      name: 'the code is exchanged after eleven minutes',
      flow: withCalls(answered(), { at: NOW + 660_000, fields: exchange }),
      findings: [
        {
          severity: 'warning',
          message:
            'The code was exchanged 11 min after it came, 22:24:20; RFC 6749 recommends a lifetime of at most 10 min.',
          at: { part: 'callback', parameter: 'code' },
        },
      ],
    },
    {
      name: 'the code is exchanged after two minutes under FAPI 2.0',
      flow: withCalls(answered(), { at: NOW + 120_000, fields: exchange }),
      gates: ['fapi2'],
      findings: [
        {
          severity: 'warning',
          message: 'The code was exchanged 2 min after it came, 22:15:20; FAPI 2.0 lets it live 1 min.',
          at: { part: 'callback', parameter: 'code' },
        },
      ],
    },
  ],
};
