import { expect, it } from 'vitest';
import { checkClaims } from '../../../lib/jwt/check-claims.ts';

const NOW = 1_700_000_000;
const check = (claim: string, away: number) => checkClaims({ [claim]: NOW + away }, { now: NOW * 1_000 })[0];

it.each([
  ['exp', 3_484, true, 'Expires in 58 min (exp).'],
  ['exp', 60, true, 'Expires in 60 s (exp).'],
  ['exp', -30, false, 'Expired 30 s ago (exp).'],
  ['exp', -3 * 86_400, false, 'Expired 3 d ago (exp).'],
  ['nbf', 7_200, false, 'Not valid before 2 h from now (nbf).'],
  ['nbf', -120, true, 'Valid since 2 min ago (nbf).'],
  ['iat', -150, true, 'Issued 2 min ago (iat).'],
  ['iat', 300, false, 'Issued 5 min in the future (iat).'],
])('%s, %d seconds from now, holds: %s, and reads “%s”', (claim, away, ok, message) => {
  expect(check(claim, away)).toEqual({ claim, ok, message });
});

it('says what an audience and an issuer match', () => {
  expect(
    checkClaims(
      { iss: 'https://as.example', aud: ['app'] },
      { issuer: 'https://as.example', audience: 'app' },
    ),
  ).toEqual([
    { claim: 'iss', ok: true, message: 'iss matches “https://as.example”.' },
    { claim: 'aud', ok: true, message: 'aud matches app.' },
  ]);
});
