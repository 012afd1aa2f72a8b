import type { Corpus } from '../support/corpus.ts';
import { formFields, withCalls } from '../support/flows.ts';
import { leatherback } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'LB09',
  valid: [
    {
      name: 'none has dependencies',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        stepId: 'consent',
        encoding: 'json',
        fields: formFields({ 'Data.Permissions': 'ReadAccountsBasic ReadAccountsDetail' }, 'json'),
      }),
    },
    {
      name: 'the dependencies are there',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        stepId: 'consent',
        encoding: 'json',
        fields: formFields({ 'Data.Permissions': 'ReadTransactionsDetail ReadTransactionsCredits' }, 'json'),
      }),
    },
    {
      name: 'it is written as JSON',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        stepId: 'consent',
        encoding: 'json',
        fields: formFields(
          { 'Data.Permissions': '["ReadBeneficiariesBasic","ReadBeneficiariesDetail"]' },
          'json',
        ),
      }),
    },
  ],
  invalid: [
    {
      name: 'one is misspelt',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        stepId: 'consent',
        encoding: 'json',
        fields: formFields({ 'Data.Permissions': 'ReadAccountBasic' }, 'json'),
      }),
      findings: [
        {
          severity: 'error',
          message: 'Data.Permissions has “ReadAccountBasic”, which is not a permission.',
          at: { part: 'call', parameter: 'Data.Permissions' },
        },
      ],
    },
    {
      name: 'letter case differs',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        stepId: 'consent',
        encoding: 'json',
        fields: formFields({ 'Data.Permissions': 'readAccountsBasic' }, 'json'),
      }),
      findings: [
        {
          severity: 'error',
          message: 'Data.Permissions has “readAccountsBasic”, which is not a permission.',
          at: { part: 'call', parameter: 'Data.Permissions' },
        },
      ],
    },
    {
      name: 'it is empty',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        stepId: 'consent',
        encoding: 'json',
        fields: formFields({ 'Data.Permissions': '[]' }, 'json'),
      }),
      findings: [
        {
          severity: 'error',
          message: 'Data.Permissions is empty: the consent allows nothing.',
          at: { part: 'call', parameter: 'Data.Permissions' },
        },
      ],
    },
    {
      name: 'transactions lack credits and debits',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        stepId: 'consent',
        encoding: 'json',
        fields: formFields({ 'Data.Permissions': 'ReadAccountsBasic ReadTransactionsDetail' }, 'json'),
      }),
      findings: [
        {
          severity: 'error',
          message:
            'Data.Permissions has ReadTransactionsDetail without ReadTransactionsCredits or ReadTransactionsDebits, which it depends on.',
          at: { part: 'call', parameter: 'Data.Permissions' },
        },
      ],
    },
    {
      name: 'credits lack transactions',
      flow: withCalls(leatherback(), {
        profileId: 'leatherback',
        stepId: 'consent',
        encoding: 'json',
        fields: formFields({ 'Data.Permissions': 'ReadTransactionsCredits' }, 'json'),
      }),
      findings: [
        {
          severity: 'error',
          message:
            'Data.Permissions has ReadTransactionsCredits without ReadTransactionsBasic or ReadTransactionsDetail, which it depends on.',
          at: { part: 'call', parameter: 'Data.Permissions' },
        },
      ],
    },
  ],
};
