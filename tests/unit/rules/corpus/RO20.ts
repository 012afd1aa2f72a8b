import type { Corpus } from '../support/corpus.ts';
import { CLIENT } from '../support/flows.ts';
import { signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO20',
  valid: [{ name: 'the names are standard', flow: signed() }],
  invalid: [
    {
      name: 'redirect_url and scopes are claims',
      flow: signed({ redirect_url: CLIENT, scopes: ['accounts'] }),
      findings: [
        {
          severity: 'warning',
          message:
            'redirect_url “https://app.example/cb” is not a parameter that servers read; the name is redirect_uri.',
          at: { part: 'request', parameter: 'redirect_url' },
        },
        {
          severity: 'warning',
          message: 'scopes “["accounts"]” is not a parameter that servers read; the name is scope.',
          at: { part: 'request', parameter: 'scopes' },
        },
      ],
    },
  ],
};
