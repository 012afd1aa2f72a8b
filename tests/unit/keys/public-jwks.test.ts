import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { generateKey } from '../../../lib/keys/generate.ts';
import { PRIVATE_MEMBERS, publicJwk, publicJwks } from '../../../lib/keys/public-jwks.ts';

describe('publicJwks', () => {
  test('gives public members only, in a fixed order', async () => {
    const { publicJwk: rsa } = await generateKey('k', 'PS256');
    const { publicJwk: ec } = await generateKey('k', 'ES256');
    const { keys } = publicJwks([{ ...rsa, ext: true, key_ops: ['verify'] }, ec]);
    expect(keys.map((key) => Object.keys(key))).toEqual([
      ['kty', 'n', 'e', 'kid', 'use', 'alg'],
      ['kty', 'crv', 'x', 'y', 'kid', 'use', 'alg'],
    ]);
  });

  test.each(PRIVATE_MEMBERS)('refuses a key with %s', async (member) => {
    const { publicJwk: rsa } = await generateKey('k', 'ES256');
    expect(() => publicJwks([{ ...rsa, [member]: 'AQAB' }])).toThrow(
      expect.objectContaining({
        code: 'private-member',
        message: `The key has the private member ${member}.`,
      }),
    );
  });

  test('refuses a whole private key, and its message carries none of it', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = privateKey.export({ format: 'jwk' }) as JsonWebKey;
    try {
      publicJwk(jwk);
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain(jwk.d);
    }
  });

  test.each<[JsonWebKey, string, string]>([
    [{ kty: 'oct', k: 'AQAB' }, 'symmetric-key', 'A symmetric key has no public part.'],
    [{}, 'not-a-key', 'The key type (none) is not known.'],
    [{ kty: 'toString' }, 'not-a-key', 'The key type toString is not known.'],
    [{ kty: 'RSA', n: 'AQAB' }, 'not-a-key', 'The RSA key has no e.'],
  ])('refuses %o', (jwk, code, message) => {
    expect(() => publicJwk(jwk)).toThrow(expect.objectContaining({ code, message }));
  });
});
