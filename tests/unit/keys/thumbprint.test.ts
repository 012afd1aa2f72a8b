import { expect, test } from 'vitest';
import { thumbprint } from '../../../lib/keys/thumbprint.ts';

// RFC 7638 section 3.1.
const KEY = {
  kty: 'RSA',
  n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
  e: 'AQAB',
  alg: 'RS256',
  kid: '2011-04-29',
};

test('RFC 7638 section 3.1', async () => {
  expect(await thumbprint(KEY)).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
});

test('depends on the required members only, in any order', async () => {
  const { n, e, kty } = KEY;
  const print = await thumbprint(KEY);
  expect(await thumbprint({ e, n, kty })).toBe(print);
  expect(await thumbprint({ n, e, kty, d: 'AQAB', use: 'sig' })).toBe(print);
});
