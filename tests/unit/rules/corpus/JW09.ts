import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';
import { signedWith } from '../support/signed-with.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };

export const corpus: Corpus = {
  rule: 'JW09',
  valid: [
    {
      name: 'the secret is nobody’s placeholder',
      flow: requested(
        authorizeUrl({ request: signedWith('T7#kq2!vL9@xZ4$wB8^nM1&cR5*jH0(d', { alg: 'HS256' }, claims) }),
      ),
    },
    {
      name: 'the token is signed with a key pair',
      flow: requested(authorizeUrl({ request: tokenOf(claims) })),
    },
  ],
  invalid: [
    {
      name: 'the secret is that of a well-known debugger',
      flow: requested(authorizeUrl({ request: signedWith('your-256-bit-secret', { alg: 'HS256' }, claims) })),
      findings: [
        {
          severity: 'error',
          message:
            'The request object is signed with the published placeholder “your-256-bit-secret”: anybody can make one.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
    {
      name: 'the secret is “secret”, with HS512',
      flow: requested(authorizeUrl({ request: signedWith('secret', { alg: 'HS512' }, claims) })),
      findings: [
        {
          severity: 'error',
          message:
            'The request object is signed with the published placeholder “secret”: anybody can make one.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
