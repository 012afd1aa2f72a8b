import type { Corpus } from '../support/corpus.ts';
import { authorizeUrl, ISSUER, requested, tokenOf } from '../support/flows.ts';

const claims = { iss: 'c1', aud: ISSUER, client_id: 'c1', response_type: 'code' };
/** The RSA key of RFC 7638 section 3.1. */
const jwk = {
  kty: 'RSA',
  n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
  e: 'AQAB',
};

export const corpus: Corpus = {
  rule: 'JW12',
  valid: [
    {
      name: 'kid is the thumbprint',
      flow: requested(
        authorizeUrl({
          request: tokenOf(claims, { jwk, kid: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs' }),
        }),
      ),
    },
    {
      name: 'kid is a name',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { jwk }) })),
    },
  ],
  invalid: [
    {
      name: 'kid looks like a thumbprint and is none',
      flow: requested(authorizeUrl({ request: tokenOf(claims, { jwk, kid: 'A'.repeat(43) }) })),
      findings: [
        {
          severity: 'info',
          message:
            'The request object has kid “AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA”, which looks like a thumbprint; that of the key is “NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs”.',
          at: { part: 'request', parameter: 'request' },
        },
      ],
    },
  ],
};
