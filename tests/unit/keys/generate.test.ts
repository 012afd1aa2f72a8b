import { describe, expect, test } from 'vitest';
import { GENERATED_ALGORITHMS, generateKey } from '../../../lib/keys/generate.ts';
import { thumbprint } from '../../../lib/keys/thumbprint.ts';

const context = { now: () => 1_700_000_000_000, newId: () => 'id-1' };

describe.each(Object.keys(GENERATED_ALGORITHMS))('a key for %s', (algorithm) => {
  test('has a private part that cannot be exported and a public part with its thumbprint', async () => {
    const key = await generateKey('My key', algorithm, context);
    expect(key).toMatchObject({ id: 'id-1', name: 'My key', algorithm, createdAt: 1_700_000_000_000 });
    expect(key.privateKey.type).toBe('private');
    expect(key.privateKey.extractable).toBe(false);
    expect(key.privateKey.usages).toEqual(['sign']);
    expect(key.kid).toBe(await thumbprint(key.publicJwk));
    expect(key.publicJwk).toMatchObject({ kid: key.kid, use: 'sig', alg: algorithm });
    expect(key.publicJwk).not.toHaveProperty('d');
    await expect(crypto.subtle.exportKey('jwk', key.privateKey)).rejects.toThrow();
  });
});

test('RSA keys have 2048 bits and the exponent 65537', async () => {
  const { privateKey } = await generateKey('k', 'PS256', context);
  const { modulusLength, publicExponent } = privateKey.algorithm as RsaHashedKeyAlgorithm;
  expect(modulusLength).toBe(2048);
  expect([...publicExponent]).toEqual([1, 0, 1]);
});

test.each(['HS256', 'none', 'toString', ''])('refuses %o', async (algorithm) => {
  await expect(generateKey('k', algorithm, context)).rejects.toMatchObject({
    code: 'algorithm-unknown',
    message: `Keys for ${algorithm} cannot be generated here.`,
  });
});
