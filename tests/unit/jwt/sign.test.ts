import { Buffer } from 'node:buffer';
import { constants, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { compactVerify, importJWK, type JWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { SignError, type SigningKey, signToken } from '../../../lib/jwt/sign.ts';
import type { JsonObject } from '../../../lib/jwt/types.ts';
import { generateKey } from '../../../lib/keys/generate.ts';

const CLAIMS = {
  response_type: 'code id_token',
  client_id: 'D464C9D7862744839A583821379DF260',
  name: 'Žofie €',
};

const rsaPrivate = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
const shortRsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ format: 'jwk' });
const ecPrivate = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
const { d: _d, ...ecPublic } = ecPrivate;

describe('signToken', () => {
  test('PS256: node:crypto verifies it with a salt of 32 bytes (RFC 7518 section 3.5)', async () => {
    const key = await generateKey('k', 'PS256');
    const token = await signToken({ alg: 'PS256', kid: key.kid }, CLAIMS, key.privateKey);
    const [header = '', payload = '', signature = ''] = token.split('.');
    expect(Buffer.from(header, 'base64url').toString()).toBe(`{"alg":"PS256","kid":"${key.kid}"}`);
    expect(Buffer.from(payload, 'base64url').toString()).toBe(JSON.stringify(CLAIMS));
    const publicKey = createPublicKey({ key: { ...key.publicJwk }, format: 'jwk' });
    const options = { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
    expect(
      verify('sha256', Buffer.from(`${header}.${payload}`), options, Buffer.from(signature, 'base64url')),
    ).toBe(true);
  });

  test.each(['PS256', 'RS256', 'ES256', 'ES384'])('%s: jose verifies it', async (alg) => {
    const key = await generateKey('k', alg);
    const token = await signToken({ alg, kid: key.kid, typ: 'JWT' }, CLAIMS, key.privateKey);
    const { payload, protectedHeader } = await compactVerify(
      token,
      await importJWK(key.publicJwk as JWK, alg),
    );
    expect(protectedHeader).toEqual({ alg, kid: key.kid, typ: 'JWT' });
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(CLAIMS);
  });

  test('a private JWK signs with every algorithm of its type', async () => {
    for (const alg of ['PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512']) {
      const token = await signToken({ alg }, CLAIMS, rsaPrivate as JsonWebKey);
      await compactVerify(
        token,
        await importJWK({ kty: 'RSA', n: rsaPrivate.n, e: rsaPrivate.e } as JWK, alg),
      );
    }
  });

  // RFC 7515 appendix A.1: the header and claims are written with line breaks there, so that only the key is used.
  test('HS256 with the key of RFC 7515 appendix A.1', async () => {
    const k = 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow';
    const fromJwk = await signToken({ alg: 'HS256' }, CLAIMS, { kty: 'oct', k });
    const bytes = Uint8Array.from(Buffer.from(k, 'base64url'));
    expect(await signToken({ alg: 'HS256' }, CLAIMS, bytes)).toBe(fromJwk);
    await compactVerify(fromJwk, bytes);
  });

  const secret = new Uint8Array(32);
  test.each<[string, JsonObject, SigningKey, string, string]>([
    ['no alg', {}, secret, 'algorithm-missing', 'The header has no alg.'],
    ['alg no string', { alg: 1 }, secret, 'algorithm-missing', 'The header has no alg.'],
    ['none', { alg: 'none' }, secret, 'algorithm-none', 'alg is none: the token would not be signed.'],
    ['None', { alg: 'None' }, secret, 'algorithm-none', 'alg is None: the token would not be signed.'],
    ['unknown', { alg: 'XX1' }, secret, 'algorithm-unknown', 'The algorithm XX1 is not known.'],
    [
      'a name of Object',
      { alg: 'toString' },
      secret,
      'algorithm-unknown',
      'The algorithm toString is not known.',
    ],
    [
      'secret for PS256',
      { alg: 'PS256' },
      secret,
      'key-does-not-fit',
      'PS256 cannot sign with a shared secret.',
    ],
    [
      'RSA for ES256',
      { alg: 'ES256' },
      rsaPrivate as JsonWebKey,
      'key-does-not-fit',
      'ES256 cannot sign with a RSA key.',
    ],
    [
      'P-256 for ES384',
      { alg: 'ES384' },
      ecPrivate as JsonWebKey,
      'key-does-not-fit',
      'ES384 cannot sign with a EC P-256 key.',
    ],
    [
      'alg of the key',
      { alg: 'RS256' },
      { ...rsaPrivate, alg: 'PS256' } as JsonWebKey,
      'key-does-not-fit',
      'RS256 cannot sign with a key whose alg is PS256.',
    ],
    [
      'use of the key',
      { alg: 'ES256' },
      { ...ecPrivate, use: 'enc' } as JsonWebKey,
      'key-does-not-fit',
      'ES256 cannot sign with a key whose use is enc.',
    ],
    [
      'key_ops of the key',
      { alg: 'ES256' },
      { ...ecPrivate, key_ops: ['verify'] } as JsonWebKey,
      'key-does-not-fit',
      'ES256 cannot sign with a key whose key_ops do not contain sign.',
    ],
    [
      'a public key',
      { alg: 'ES256' },
      ecPublic as JsonWebKey,
      'key-not-private',
      'The key is a public one; ES256 signs with its private part.',
    ],
    [
      'a short RSA key',
      { alg: 'PS256' },
      shortRsa as JsonWebKey,
      'key-too-short',
      'The key has 1024 bits; PS256 needs 2048 or more.',
    ],
    [
      'a short secret',
      { alg: 'HS256' },
      new TextEncoder().encode('your-256-bit-secret'),
      'key-too-short',
      'The key has 152 bits; HS256 needs 256 or more.',
    ],
  ])('refuses: %s', async (_, header, key, code, message) => {
    const error = await signToken(header, {}, key).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SignError);
    expect({ code: (error as SignError).code, message: (error as SignError).message }).toEqual({
      code,
      message,
    });
    expect((error as SignError).remedy).not.toBe('');
  });

  test('refuses a CryptoKey of another algorithm, hash or part', async () => {
    const key = await generateKey('k', 'PS256');
    await expect(signToken({ alg: 'RS256' }, {}, key.privateKey)).rejects.toMatchObject({
      code: 'key-does-not-fit',
      message: 'RS256 cannot sign with a key for RSA-PSS with SHA-256.',
    });
    await expect(signToken({ alg: 'PS512' }, {}, key.privateKey)).rejects.toMatchObject({
      code: 'key-does-not-fit',
    });
    const publicKey = await importJWK(key.publicJwk as JWK, 'PS256');
    await expect(signToken({ alg: 'PS256' }, {}, publicKey as CryptoKey)).rejects.toMatchObject({
      code: 'key-not-private',
    });
  });

  test('refuses claims that are no JSON object, and says so without the key', async () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    for (const claims of [circular, [], 'text', { big: 1n }]) {
      await expect(signToken({ alg: 'HS256' }, claims as JsonObject, secret)).rejects.toMatchObject({
        code: 'claims-not-json',
        message: 'The claims cannot be written as a JSON object.',
      });
    }
  });

  test('an extension that it does not know stops it', async () => {
    const signing = signToken({ alg: 'HS256', crit: ['exp'], exp: 1 }, {}, secret);
    await expect(signing).rejects.toMatchObject({ code: 'not-signed' });
  });
});
