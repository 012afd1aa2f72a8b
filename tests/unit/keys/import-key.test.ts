import { createPublicKey, generateKeyPairSync, type KeyObject, sign as nodeSign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signToken } from '../../../lib/jwt/sign.ts';
import { verifyToken } from '../../../lib/jwt/verify.ts';
import { ImportError } from '../../../lib/keys/import-error.ts';
import { importKey, importKeys } from '../../../lib/keys/import-key.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const short = generateKeyPairSync('rsa', { modulusLength: 1024 });
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p521 = generateKeyPairSync('ec', { namedCurve: 'P-521' });
const koblitz = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
const ed = generateKeyPairSync('ed25519');
const ed448 = generateKeyPairSync('ed448');
const pem = (key: KeyObject, type: 'spki' | 'pkcs1' | 'pkcs8' | 'sec1'): string =>
  key.export({ type, format: 'pem' } as never) as unknown as string;
const encrypted = (key: KeyObject, cipher: string, type: 'pkcs8' | 'pkcs1' = 'pkcs8'): string =>
  key.export({ type, format: 'pem', cipher, passphrase: 'pässword' } as never) as unknown as string;
const jwk = (key: KeyObject): JsonWebKey => key.export({ format: 'jwk' }) as JsonWebKey;
const errorOf = (text: string, passphrase?: string): Promise<unknown> =>
  importKey(text, passphrase === undefined ? {} : { passphrase }).catch((error: unknown) => error);

describe('importKey', () => {
  it.each<[string, string, string, string, string]>([
    ['SPKI of RSA', pem(rsa.publicKey, 'spki'), 'SPKI', 'public', 'PS256'],
    ['SPKI of P-521', pem(p521.publicKey, 'spki'), 'SPKI', 'public', 'ES512'],
    ['SPKI of Ed25519', pem(ed.publicKey, 'spki'), 'SPKI', 'public', 'EdDSA'],
    ['PKCS #1 public', pem(rsa.publicKey, 'pkcs1'), 'PKCS #1 public key', 'public', 'PS256'],
    ['PKCS #8 of RSA', pem(rsa.privateKey, 'pkcs8'), 'PKCS #8', 'private', 'PS256'],
    ['PKCS #8 of P-256', pem(p256.privateKey, 'pkcs8'), 'PKCS #8', 'private', 'ES256'],
    ['PKCS #8 of Ed25519', pem(ed.privateKey, 'pkcs8'), 'PKCS #8', 'private', 'EdDSA'],
    ['PKCS #1 private', pem(rsa.privateKey, 'pkcs1'), 'PKCS #1 private key', 'private', 'PS256'],
    ['SEC 1', pem(p256.privateKey, 'sec1'), 'SEC 1 private key', 'private', 'ES256'],
    ['a JWK', JSON.stringify(jwk(p521.privateKey)), 'JWK', 'private', 'ES512'],
    ['a JWKS of one', JSON.stringify({ keys: [jwk(rsa.publicKey)] }), 'JWKS', 'public', 'PS256'],
    ['a secret', JSON.stringify({ kty: 'oct', k: 'A'.repeat(86) }), 'JWK', 'secret', 'HS256'],
    ['a key for AES', JSON.stringify({ kty: 'oct', k: 'A'.repeat(22) }), 'JWK', 'secret', 'A128KW'],
    [
      'PEM whose line breaks are written out',
      JSON.stringify(pem(rsa.publicKey, 'spki')).slice(1, -1),
      'SPKI',
      'public',
      'PS256',
    ],
  ])('%s', async (_, text, format, type, algorithm) => {
    const imported = await importKey(text);
    expect(imported).toMatchObject({ format, type, algorithm });
    expect(imported.key.extractable).toBe(type === 'public');
    expect(imported.algorithms).toContain(algorithm);
    expect(imported.publicJwk?.d).toBeUndefined();
  });

  it.each(['aes-128-cbc', 'aes-256-cbc'])('PKCS #8 encrypted with PBES2 and %s', async (cipher) => {
    const text = encrypted(rsa.privateKey, cipher);
    expect(await importKey(text, { passphrase: 'pässword' })).toMatchObject({
      format: 'encrypted PKCS #8',
      type: 'private',
    });
    expect(await errorOf(text)).toMatchObject({ code: 'passphrase-needed' });
    expect(await errorOf(text, 'wrong')).toMatchObject({ code: 'passphrase-wrong' });
  });

  it('an imported private key signs what its public side verifies', async () => {
    for (const pair of [rsa, p256, ed]) {
      const imported = await importKey(pem(pair.privateKey, 'pkcs8'));
      const token = await signToken({ alg: imported.algorithm }, { a: 1 }, imported.key);
      expect((await verifyToken(token, imported.publicJwk)).status).toBe('verified');
    }
  });

  it('computes the public side that a key leaves out', async () => {
    const { publicJwk } = await importKey(pem(ed.privateKey, 'pkcs8'));
    expect(publicJwk?.x).toBe(jwk(ed.publicKey).x);
  });

  it('imports for the algorithm that is asked for, and can be told to let the key out', async () => {
    const imported = await importKey(pem(rsa.privateKey, 'pkcs8'), { algorithm: 'RS384', extractable: true });
    expect(imported.key.algorithm).toMatchObject({ name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-384' } });
    expect(imported.key.extractable).toBe(true);
    expect((await importKey(pem(rsa.publicKey, 'spki'), { algorithm: 'RSA-OAEP-256' })).key.usages).toContain(
      'encrypt',
    );
  });

  it('imports every key of a set', async () => {
    const keys = [{ ...jwk(rsa.publicKey), kid: 'a' }, jwk(p256.publicKey)];
    const imported = await importKeys(JSON.stringify({ keys }));
    expect(imported.map(({ algorithm }) => algorithm)).toEqual(['PS256', 'ES256']);
    expect(imported[0]?.kid).toBe('a');
    expect(imported[1]?.kid).toHaveLength(43);
  });

  it.each<[string, string, string, RegExp]>([
    ['nothing', ' ', 'empty', /no text/],
    ['prose', 'hello', 'unknown-format', /neither PEM nor JSON/],
    ['a token', 'eyJhbGciOiJub25lIn0.e30.', 'unknown-format', /a token/],
    ['broken JSON', '{"kty":', 'not-json', /line 1, column 8/],
    ['another object', '{"a":1}', 'not-a-jwk', /no kty/],
    ['a list', '[]', 'not-a-jwk', /not an object/],
    ['an empty set', '{"keys":[]}', 'empty-set', /without a key/],
    [
      'a set of two',
      JSON.stringify({ keys: [jwk(rsa.publicKey), jwk(p256.publicKey)] }),
      'several-keys',
      /2 keys/,
    ],
    ['an unknown type', '{"kty":"XX"}', 'type-unknown', /XX/],
    ['a missing member', '{"kty":"RSA","n":"AQAB"}', 'damaged', /no e/],
    ['a padded member', '{"kty":"oct","k":"AAA="}', 'damaged', /k of the jwk is not base64url/],
    ['a short RSA key', pem(short.publicKey, 'spki'), 'key-too-short', /1024 bits/],
    ['a short secret', '{"kty":"oct","k":"AAAA"}', 'key-too-short', /24 bits/],
    ['another curve', pem(koblitz.publicKey, 'spki'), 'curve-unknown', /1\.3\.132\.0\.10/],
    ['another type', pem(ed448.publicKey, 'spki'), 'type-unknown', /1\.3\.101\.113/],
    ['the old encryption', encrypted(rsa.privateKey, 'aes-128-cbc', 'pkcs1'), 'legacy-encryption', /MD5/],
    [
      'an OpenSSH key',
      '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----',
      'ssh-key',
      /OpenSSH/,
    ],
    ['an OpenSSH public key', 'ssh-rsa AAAA me', 'ssh-key', /OpenSSH/],
    [
      'a request',
      '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----',
      'not-a-key',
      /CERTIFICATE REQUEST/,
    ],
    ['PEM cut off', pem(rsa.publicKey, 'spki').slice(0, 200), 'damaged', /PUBLIC KEY/],
    [
      'PEM of nothing',
      '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
      'damaged',
      /cannot be read/,
    ],
    [
      'a point off the curve',
      JSON.stringify({ ...jwk(p256.publicKey), x: jwk(p256.publicKey).y }),
      'not-imported',
      /do not belong together/,
    ],
  ])('names what it found: %s', async (_, text, code, message) => {
    const error = (await errorOf(text)) as ImportError;
    expect(error).toBeInstanceOf(ImportError);
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(message)]);
    expect(error.remedy).not.toBe('');
  });

  it('reads damaged PEM to an error of its own, never to another', async () => {
    const sound = Buffer.from(pem(p256.privateKey, 'pkcs8').replace(/-----.*-----|\n/g, ''), 'base64');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: sound.length - 1 }), fc.nat({ max: 255 }), async (at, value) => {
        const damaged = Buffer.from(sound);
        damaged[at] = value;
        const text = `-----BEGIN PRIVATE KEY-----\n${damaged.toString('base64')}\n-----END PRIVATE KEY-----`;
        const result = await importKey(text).catch((error: unknown) => error);
        expect(result instanceof Error ? result.name : 'imported').toMatch(/^(?:ImportError|imported)$/);
      }),
      { numRuns: 200 },
    );
  });

  it('a token of node:crypto verifies with a key imported from its PEM', async () => {
    const input = `${Buffer.from('{"alg":"ES256"}').toString('base64url')}.e30`;
    const signature = nodeSign('sha256', Buffer.from(input), {
      key: p256.privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    const { key } = await importKey(pem(createPublicKey(p256.privateKey), 'spki'));
    expect((await verifyToken(`${input}.${signature.toString('base64url')}`, key)).status).toBe('verified');
  });
});
