import type { Corpus } from '../support/corpus.ts';
import { ISSUER } from '../support/flows.ts';
import { leatherback, signed } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'RO08',
  valid: [
    { name: 'aud is the issuer', flow: signed(), context: { issuer: ISSUER } },
    {
      name: 'aud lists the issuer',
      flow: signed({ aud: ['https://other.example', ISSUER] }),
      context: { issuer: ISSUER },
    },
    { name: 'no issuer is known', flow: signed({ aud: 'https://other.example' }) },
  ],
  invalid: [
    {
      name: 'it is missing',
      flow: signed({ aud: undefined }),
      findings: [
        {
          severity: 'warning',
          message: 'aud is missing from the request object.',
          at: { part: 'request', parameter: 'aud' },
        },
      ],
    },
    {
      name: 'it is an endpoint under FAPI',
      flow: signed({ aud: `${ISSUER}/authorize` }),
      gates: ['fapi1'],
      context: { issuer: ISSUER },
      findings: [
        {
          severity: 'error',
          message:
            'aud of the request object is “https://as.example/authorize”; the issuer is “https://as.example”.',
          at: { part: 'request', parameter: 'aud' },
        },
      ],
    },
    {
      name: 'it is an object that cannot become text',
      flow: signed({ aud: [{ toString: 1 }] }),
      gates: ['fapi1'],
      context: { issuer: ISSUER },
      findings: [
        {
          severity: 'error',
          message: 'aud of the request object is “{"toString":1}”; the issuer is “https://as.example”.',
          at: { part: 'request', parameter: 'aud' },
        },
      ],
    },
    {
      name: 'the provider documents none',
      flow: leatherback(),
      findings: [
        {
          severity: 'info',
          message: 'aud is missing from the request object.',
          at: { part: 'request', parameter: 'aud' },
        },
      ],
    },
  ],
};
