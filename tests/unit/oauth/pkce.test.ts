import { describe, expect, test } from 'vitest';
import { createPkce, createVerifier, isVerifier, s256Challenge } from '../../../lib/oauth/pkce.ts';

// RFC 7636 appendix B.
const OCTETS = [
  116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191,
  240, 91, 88, 5, 88, 83, 132, 141, 121,
];
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

describe('RFC 7636 appendix B', () => {
  test('verifier of the given octets', () => {
    expect(createVerifier(() => Uint8Array.from(OCTETS))).toBe(VERIFIER);
  });

  test('S256 challenge', async () => {
    expect(await s256Challenge(VERIFIER)).toBe(CHALLENGE);
  });

  test('both at once', async () => {
    expect(await createPkce(() => Uint8Array.from(OCTETS))).toEqual({
      verifier: VERIFIER,
      challenge: CHALLENGE,
      method: 'S256',
    });
  });
});

describe('isVerifier (RFC 7636 section 4.1)', () => {
  test.each([
    ['43 characters', 'a'.repeat(43), true],
    ['42 characters', 'a'.repeat(42), false],
    ['128 characters', 'a'.repeat(128), true],
    ['129 characters', 'a'.repeat(129), false],
    ['every kind of unreserved character', `-._~${'Z9'.repeat(20)}`, true],
    ['padding', `${'a'.repeat(43)}=`, false],
  ])('%s', (_, text, valid) => {
    expect(isVerifier(text)).toBe(valid);
  });

  test('holds for every fresh verifier', () => {
    for (let count = 0; count < 100; count++) expect(isVerifier(createVerifier())).toBe(true);
  });
});
