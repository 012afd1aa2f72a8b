import type { Corpus } from '../support/corpus.ts';
import { formFields, withCalls } from '../support/flows.ts';
import { leatherback } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'LB06',
  valid: [
    {
      name: 'it ends in a year',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        stepId: 'consent',
        encoding: 'json',
        fields: formFields(
          {
            'Data.ExpirationDateTime': '2024-11-14T00:00:00Z',
            'Data.TransactionFromDateTime': '2023-01-01T00:00:00Z',
            'Data.TransactionToDateTime': '2023-11-01T00:00:00Z',
          },
          'json',
        ),
      }),
    },
  ],
  invalid: [
    {
      name: 'it has ended',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        stepId: 'consent',
        encoding: 'json',
        fields: formFields(
          {
            'Data.ExpirationDateTime': '2023-06-30T08:38:43.527Z',
            'Data.TransactionFromDateTime': '2023-01-01T00:00:00Z',
            'Data.TransactionToDateTime': '2023-11-01T00:00:00Z',
          },
          'json',
        ),
      }),
      findings: [
        {
          severity: 'error',
          message:
            'Data.ExpirationDateTime was 137 days before the call, 2023-06-30 08:38:43: the consent has expired before it exists.',
          at: { part: 'call', parameter: 'Data.ExpirationDateTime' },
        },
      ],
    },
    {
      name: 'the period ends before it begins',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        stepId: 'consent',
        encoding: 'json',
        fields: formFields(
          {
            'Data.ExpirationDateTime': '2024-11-14T00:00:00Z',
            'Data.TransactionFromDateTime': '2023-11-01T00:00:00Z',
            'Data.TransactionToDateTime': '2023-01-01T00:00:00Z',
          },
          'json',
        ),
      }),
      findings: [
        {
          severity: 'error',
          message:
            'Data.TransactionFromDateTime “2023-11-01T00:00:00Z” is not before Data.TransactionToDateTime “2023-01-01T00:00:00Z”.',
          at: { part: 'call', parameter: 'Data.TransactionFromDateTime' },
        },
      ],
    },
  ],
};
