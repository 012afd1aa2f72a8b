import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, callbackUrl, ISSUER } from '../support/flows.ts';

export const corpus: Corpus = {
  rule: 'CB06',
  valid: [
    {
      name: 'iss is an https URL',
      flow: answered(authorizeUrl(), callbackUrl({ iss: ISSUER })),
    },
    {
      name: 'iss is this machine',
      flow: answered(authorizeUrl(), callbackUrl({ iss: 'http://127.0.0.1:4603' })),
    },
  ],
  invalid: [
    {
      name: 'iss is http',
      flow: answered(authorizeUrl(), callbackUrl({ iss: 'http://as.example' })),
      findings: [
        {
          severity: 'warning',
          message: 'iss “http://as.example” is not an https URL.',
          at: { part: 'callback', parameter: 'iss' },
        },
      ],
    },
    {
      name: 'iss has a query',
      flow: answered(authorizeUrl(), callbackUrl({ iss: `${ISSUER}?tenant=1` })),
      findings: [
        {
          severity: 'warning',
          message: 'iss “https://as.example?tenant=1” is a URL with a query or fragment.',
          at: { part: 'callback', parameter: 'iss' },
        },
      ],
    },
    {
      name: 'iss is no URL',
      flow: answered(authorizeUrl(), callbackUrl({ iss: 'as.example' })),
      findings: [
        {
          severity: 'warning',
          message: 'iss “as.example” is not a URL.',
          at: { part: 'callback', parameter: 'iss' },
        },
      ],
    },
  ],
};
