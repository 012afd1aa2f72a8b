import { expect, it } from 'vitest';
import { verifyToken } from '../../../lib/jwt/verify.ts';
import { jwtAttacks } from '../../hostile/jwt-attacks.ts';

const { attacks, publicJwk, publicPem } = jwtAttacks();

it.each(attacks)('does not say Verified of $id ($source)', async ({ token }) => {
  for (const key of [publicJwk, publicPem, { keys: [publicJwk] }]) {
    const { status, reason } = await verifyToken(token, key);
    expect(status).not.toBe('verified');
    expect(reason).not.toBe('');
  }
});
