import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW14',
  valid: [
    {
      name: 'there is no crit',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
    },
    {
      name: 'crit lists b64',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { b64: true, crit: ['b64'] }) })),
    },
  ],
  invalid: [
    {
      name: 'crit lists an extension that nobody knows',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { crit: ['x'], x: 1 }) })),
      findings: [
        {
          severity: 'error',
          message: 'The request object: crit demands x, which is not understood here.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'crit is empty',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { crit: [] }) })),
      findings: [
        {
          severity: 'error',
          message: 'The request object: crit is no list of names (RFC 7515 section 4.1.11).',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
