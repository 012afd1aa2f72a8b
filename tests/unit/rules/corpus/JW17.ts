import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW17',
  valid: [
    {
      name: 'claims name nothing secret',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
    },
    {
      name: 'a certificate is a certificate',
      flow: requested(authorizeUrl({ request: tokenOf({ ...claims, certificate: 'MIIBszCCAVmgAwIBAgIU' }) })),
    },
  ],
  invalid: [
    {
      name: 'a password is in clear text',
      flow: requested(authorizeUrl({ request: tokenOf({ ...claims, password: 'open sesame' }) })),
      findings: [
        {
          severity: 'warning',
          message:
            'The request object has “password” in clear text: a secret that everybody who sees the token can read.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'an IBAN is in clear text',
      flow: requested(authorizeUrl({ request: tokenOf({ ...claims, iban: 'GB33BUKB20201555555555' }) })),
      findings: [
        {
          severity: 'warning',
          message:
            'The request object has “iban” in clear text: personal data that everybody who sees the token can read.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
