import { Buffer } from 'node:buffer';
import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decryptThenVerify, decryptToken } from '../../../lib/jwt/decrypt.ts';
import { encryptToken, signThenEncrypt } from '../../../lib/jwt/encrypt.ts';
import type { EncryptionKey } from '../../../lib/jwt/encryption-key.ts';
import type { JsonObject } from '../../../lib/jwt/types.ts';

const jwks = ({ publicKey, privateKey }: KeyPairKeyObjectResult) =>
  [
    publicKey.export({ format: 'jwk' }) as JsonWebKey,
    privateKey.export({ format: 'jwk' }) as JsonWebKey,
  ] as const;
const rsa = jwks(generateKeyPairSync('rsa', { modulusLength: 2048 }));
const ec = jwks(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
const x25519 = jwks(generateKeyPairSync('x25519'));
const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(5);
const oct = (length: number): JsonWebKey => ({
  kty: 'oct',
  k: Buffer.from(bytes(length)).toString('base64url'),
});

describe('encryptToken and decryptToken', () => {
  it.each<[string, string, EncryptionKey, EncryptionKey]>([
    ['RSA-OAEP', 'A256GCM', ...rsa],
    ['RSA-OAEP-256', 'A128CBC-HS256', ...rsa],
    ['ECDH-ES', 'A128GCM', ...ec],
    ['ECDH-ES+A128KW', 'A192GCM', ...ec],
    ['ECDH-ES+A256KW', 'A256CBC-HS512', ...x25519],
    ['A128KW', 'A128GCM', bytes(16), oct(16)],
    ['A192KW', 'A192CBC-HS384', oct(24), bytes(24)],
    ['A256KW', 'A256GCM', oct(32), oct(32)],
    ['dir', 'A256GCM', oct(32), bytes(32)],
    ['dir', 'A128CBC-HS256', oct(32), oct(32)],
  ])('%s with %s go there and back', async (alg, enc, encryptionKey, decryptionKey) => {
    const token = await encryptToken({ text: 'Žofie €' }, { alg, enc, kid: '1' }, encryptionKey);
    expect(token.split('.')).toHaveLength(5);
    const decrypted = await decryptToken(token, decryptionKey);
    expect(JSON.parse(decrypted.plaintext)).toEqual({ text: 'Žofie €' });
    expect(decrypted.protectedHeader).toMatchObject({ alg, enc, kid: '1' });
    await expect(decryptToken(`${token.slice(0, -4)}AAAA`, decryptionKey)).rejects.toMatchObject({
      code: 'not-decrypted',
    });
  });

  it('sign then encrypt, and back', async () => {
    const signing = { header: { alg: 'ES256' }, key: ec[1] };
    const encryption = { header: { alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'e' }, key: rsa[0] };
    const token = await signThenEncrypt({ sub: 'x' }, signing, encryption);
    const set = { keys: [{ ...rsa[1], kid: 'e' }] };
    const opened = await decryptThenVerify(token, set, ec[0]);
    expect(opened).toMatchObject({
      header: { cty: 'JWT' },
      nested: { payload: { sub: 'x' } },
      verification: { status: 'verified' },
    });
    expect((await decryptThenVerify(token, set, rsa[0])).verification.status).toBe('not-verified');
  });

  it.each<[string, JsonObject, EncryptionKey, string]>([
    ['no alg', { enc: 'A128GCM' }, bytes(16), 'algorithm-missing'],
    ['no enc', { alg: 'dir' }, bytes(16), 'algorithm-missing'],
    ['RSA1_5', { alg: 'RSA1_5', enc: 'A128GCM' }, rsa[0], 'algorithm-unknown'],
    ['a password', { alg: 'PBES2-HS256+A128KW', enc: 'A128GCM' }, bytes(16), 'algorithm-unknown'],
    ['a name of Object', { alg: 'toString', enc: 'A128GCM' }, bytes(16), 'algorithm-unknown'],
    ['an unknown enc', { alg: 'dir', enc: 'A1GCM' }, bytes(16), 'encryption-unknown'],
    ['a secret of another length', { alg: 'A128KW', enc: 'A128GCM' }, bytes(32), 'key-does-not-fit'],
    ['a secret for RSA', { alg: 'RSA-OAEP', enc: 'A128GCM' }, bytes(32), 'key-does-not-fit'],
    ['a signing key', { alg: 'RSA-OAEP', enc: 'A128GCM' }, { ...rsa[0], use: 'sig' }, 'key-does-not-fit'],
    ['key_ops', { alg: 'RSA-OAEP', enc: 'A128GCM' }, { ...rsa[0], key_ops: ['verify'] }, 'key-does-not-fit'],
    [
      'another alg',
      { alg: 'RSA-OAEP', enc: 'A128GCM' },
      { ...rsa[0], alg: 'RSA-OAEP-256' },
      'key-does-not-fit',
    ],
  ])('refuses: %s', async (_, header, key, code) => {
    await expect(encryptToken('x', header, key)).rejects.toMatchObject({
      code,
      remedy: expect.stringMatching(/./),
    });
  });

  it('refuses a public key to decrypt with, a JWS, and text around the token', async () => {
    const token = await encryptToken('x', { alg: 'RSA-OAEP', enc: 'A128GCM' }, rsa[0]);
    await expect(decryptToken(token, rsa[0])).rejects.toMatchObject({ code: 'key-does-not-fit' });
    await expect(decryptToken('eyJhbGciOiJub25lIn0.e30.', rsa[1])).rejects.toMatchObject({
      code: 'not-a-jwe',
    });
    await expect(decryptToken(`${token} `, rsa[1])).rejects.toMatchObject({ code: 'malformed' });
  });
});
