import { describe, expect, it } from 'vitest';
import { signToken } from '../../../../lib/jwt/sign.ts';
import { verifyToken } from '../../../../lib/jwt/verify.ts';
import { generateKey, generateSecret } from '../../../../lib/keys/generate.ts';
import { resolveVerifyKey } from '../../../../lib/state/token/token-verify-key.ts';

describe('every saved key', () => {
  it('is tried as a set of the public ones, and the one that signed verifies', async () => {
    const first = await generateKey('First', 'PS256');
    const second = await generateKey('Second', 'PS256');
    const secret = await generateSecret('Secret', 'HS256');
    const { key } = await resolveVerifyKey({
      source: 'saved',
      pasted: '',
      passphrase: '',
      secret: '',
      encoding: 'text',
      saved: first,
      everySaved: [first, second, secret],
      fetched: undefined,
    });
    expect(key).toEqual({ keys: [first.publicJwk, second.publicJwk] });
    const token = await signToken({ alg: 'PS256', kid: second.kid }, { sub: '1' }, second.privateKey);
    expect(await verifyToken(token, key)).toMatchObject({ status: 'verified', kid: second.kid });
  });
});
