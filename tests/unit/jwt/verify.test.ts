import { Buffer } from 'node:buffer';
import { constants, createHmac, createSign, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { signToken } from '../../../lib/jwt/sign.ts';
import { verifyToken } from '../../../lib/jwt/verify.ts';
import type { VerifyKey, VerifyOptions } from '../../../lib/jwt/verify-types.ts';
import { SAMPLES } from './samples.ts';

const jwkOf = (key: KeyObject): JsonWebKey => key.export({ format: 'jwk' }) as JsonWebKey;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const otherEc = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string;
const secret = new Uint8Array(64).fill(7);
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const CLAIMS = { iss: 'https://as.example', aud: ['app'], exp: 2_000_000_000, nonce: 'n' };

/** A compact token whose signature node:crypto makes. */
const made = (header: object, signer: (input: Buffer) => Buffer): string => {
  const input = `${encode(header)}.${encode(CLAIMS)}`;
  return `${input}.${signer(Buffer.from(input)).toString('base64url')}`;
};
const pss = (saltLength: number) => (input: Buffer) =>
  sign('sha256', input, { key: rsa.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });
const statusOf = async (token: string, key: VerifyKey, options?: VerifyOptions) =>
  (await verifyToken(token, key, options)).status;
const warningsOf = async (token: string, key: VerifyKey) =>
  (await verifyToken(token, key)).warnings.map(({ code }) => code);

let es256 = '';
beforeAll(async () => {
  es256 = await signToken({ alg: 'ES256', kid: 'a' }, CLAIMS, jwkOf(ec.privateKey));
});

describe('verifyToken', () => {
  it.each([
    ['RS256', rsa],
    ['RS384', rsa],
    ['RS512', rsa],
    ['PS256', rsa],
    ['PS384', rsa],
    ['PS512', rsa],
    ['ES256', ec],
    ['EdDSA', ed],
    ['Ed25519', ed],
  ] as const)(
    '%s: verifies with JWK, JWKS, JSON, PEM and private JWK, and not when changed',
    async (alg, pair) => {
      const token = await signToken({ alg }, CLAIMS, jwkOf(pair.privateKey));
      const jwk = jwkOf(pair.publicKey);
      const text = pair.publicKey.export({ type: 'spki', format: 'pem' }) as string;
      for (const key of [jwk, { keys: [jwk] }, JSON.stringify(jwk), text, jwkOf(pair.privateKey)]) {
        expect(await verifyToken(token, key)).toMatchObject({ status: 'verified', algorithm: alg });
      }
      const [header, , signature] = token.split('.');
      expect(await statusOf(`${header}.${encode({ ...CLAIMS, sub: 'x' })}.${signature}`, jwk)).toBe(
        'invalid-signature',
      );
    },
  );

  it.each(['HS256', 'HS384', 'HS512'])(
    '%s: verifies with a secret in every form, and what node:crypto made',
    async (alg) => {
      const token = made({ alg }, (input) =>
        createHmac(alg.replace('HS', 'sha'), secret).update(input).digest(),
      );
      const hex = Buffer.from(secret).toString('hex');
      const base64url = Buffer.from(secret).toString('base64url');
      const keys: VerifyKey[] = [
        secret,
        Buffer.from(secret).toString('latin1'),
        { secret: hex, encoding: 'hex' },
        { secret: base64url, encoding: 'base64url' },
        { kty: 'oct', k: base64url },
        { keys: [{ kty: 'oct', k: base64url }] },
      ];
      for (const key of keys) expect(await statusOf(token, key)).toBe('verified');
      expect(await statusOf(token, { secret: hex, encoding: 'text' })).toBe('invalid-signature');
    },
  );

  it('verifies with PKCS #1 public PEM and with a CryptoKey', async () => {
    const token = made({ alg: 'PS256' }, pss(32));
    expect(await statusOf(token, rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }) as string)).toBe(
      'verified',
    );
    const parameters = { name: 'RSA-PSS', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('jwk', jwkOf(rsa.publicKey), parameters, false, ['verify']);
    expect(await statusOf(token, key)).toBe('verified');
    expect(await statusOf(made({ alg: 'PS384' }, pss(32)), key)).toBe('not-verified');
  });

  it.each<[string, () => string, VerifyKey, string, RegExp]>([
    ['alg none', () => `${encode({ alg: 'none' })}.${encode(CLAIMS)}.`, pem, 'not-verified', /not signed/],
    ['alg NoNe', () => `${encode({ alg: 'NoNe' })}.${encode(CLAIMS)}.`, secret, 'not-verified', /not signed/],
    ['no alg', () => `${encode({})}.${encode(CLAIMS)}.AA`, secret, 'malformed', /no alg/],
    [
      'an unknown alg',
      () => `${encode({ alg: 'toString' })}.${encode(CLAIMS)}.AA`,
      secret,
      'not-verified',
      /not known/,
    ],
    ['white space around', () => `${es256} `, jwkOf(ec.publicKey), 'malformed', /more than the token/],
    ['a scheme word', () => `Bearer ${es256}`, jwkOf(ec.publicKey), 'malformed', /more than the token/],
    ['another key', () => es256, jwkOf(otherEc.publicKey), 'invalid-signature', /does not match/],
    ['another type of key', () => es256, jwkOf(rsa.publicKey), 'not-verified', /needs a public key on P-256/],
    ['another use', () => es256, { ...jwkOf(ec.publicKey), use: 'enc' }, 'not-verified', /use is enc/],
    ['another alg', () => es256, { ...jwkOf(ec.publicKey), alg: 'ES384' }, 'not-verified', /alg is ES384/],
    [
      'other key_ops',
      () => es256,
      { ...jwkOf(ec.publicKey), key_ops: ['encrypt'] },
      'not-verified',
      /key_ops/,
    ],
    [
      'repeated key_ops',
      () => es256,
      { ...jwkOf(ec.publicKey), key_ops: ['verify', 'verify'] },
      'not-verified',
      /key_ops/,
    ],
    [
      'a private PEM',
      () => es256,
      ec.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
      'not-verified',
      /PRIVATE KEY/,
    ],
    [
      'an exponent of 1',
      () => made({ alg: 'RS256' }, () => Buffer.alloc(256)),
      { ...jwkOf(rsa.publicKey), e: 'AQ' },
      'not-verified',
      /exponent/,
    ],
    [
      'a cut signature',
      () => es256.slice(0, es256.lastIndexOf('.') + 1),
      jwkOf(ec.publicKey),
      'invalid-signature',
      /64 bytes long/,
    ],
    ['no key', () => es256, undefined, 'not-verified', /No key/],
    ['an empty secret', () => es256, '', 'not-verified', /empty/],
  ])('%s is never verified', async (_, token, key, status, reason) => {
    const verification = await verifyToken(token(), key);
    expect(verification.status).toBe(status);
    expect(verification.reason).toMatch(reason);
  });

  it('keeps to the allowed algorithms', async () => {
    expect(await statusOf(es256, jwkOf(ec.publicKey), { algorithms: ['PS256'] })).toBe('not-verified');
    expect(await statusOf(es256, jwkOf(ec.publicKey), { algorithms: ['ES256'] })).toBe('verified');
  });

  it('understands crit only when told to', async () => {
    const name = 'http://openbanking.org.uk/iat';
    const header = { alg: 'RS256', crit: [name], [name]: 1 };
    const token = made(header, (input) => createSign('sha256').update(input).sign(rsa.privateKey));
    expect(await verifyToken(token, pem)).toMatchObject({
      status: 'not-verified',
      warnings: [{ code: 'unknown-crit' }],
    });
    expect(await statusOf(token, pem, { crit: [name] })).toBe('verified');
    for (const crit of [[], ['alg'], ['b64', 'b64'], ['absent'], 'exp']) {
      const wrong = made({ alg: 'RS256', b64: true, crit }, (input) =>
        createSign('sha256').update(input).sign(rsa.privateKey),
      );
      expect(await statusOf(wrong, pem, { crit: ['absent', 'alg', 'exp'] })).toBe('malformed');
    }
  });
});

describe('keys of a set', () => {
  const keys = [
    { ...jwkOf(otherEc.publicKey), kid: 'b' },
    { ...jwkOf(ec.publicKey), kid: 'a' },
    { ...jwkOf(rsa.publicKey), kid: 'c' },
  ];

  it('are chosen by kid, and each is named with what became of it', async () => {
    const { status, tried } = await verifyToken(es256, { keys });
    expect(status).toBe('verified');
    expect(tried.map(({ kid, outcome }) => [kid, outcome])).toEqual([
      ['b', 'skipped'],
      ['a', 'verified'],
      ['c', 'skipped'],
    ]);
  });

  it('are all tried for a token without kid', async () => {
    const token = await signToken({ alg: 'ES256' }, CLAIMS, jwkOf(ec.privateKey));
    const { status, tried, warnings } = await verifyToken(token, { keys });
    expect(status).toBe('verified');
    expect(tried.map(({ outcome }) => outcome)).toEqual(['failed', 'verified', 'skipped']);
    expect(warnings.map(({ code }) => code)).toContain('kid-missing');
  });

  it('do not verify under another kid, and the right one is named', async () => {
    const [first, second] = [
      { ...keys[0], kid: 'x' },
      { ...keys[1], kid: 'y' },
    ];
    const { status, reason } = await verifyToken(es256, { keys: [first, second] });
    expect(status).toBe('not-verified');
    expect(reason).toMatch(/No key of the set has the kid “a”.*whose kid is “y”/);
  });

  it('are refused when two share a kid, or a secret stands beside public keys', async () => {
    expect(await statusOf(es256, { keys: [...keys, { ...jwkOf(rsa.publicKey), kid: 'a' }] })).toBe(
      'not-verified',
    );
    expect(await statusOf(es256, { keys: [...keys, { kty: 'oct', k: 'AAAA', kid: 'd' }] })).toBe(
      'not-verified',
    );
    expect(await statusOf(es256, { keys: [] })).toBe('not-verified');
  });
});

describe('warnings', () => {
  it('name a published placeholder secret', async () => {
    for (const [token, text] of [
      [SAMPLES.leatherbackRequest, 'your-256-bit-secret'],
      [SAMPLES.dauth, 'your-at-least-256-bit-secret-token'],
    ] as const) {
      const { warnings } = await verifyToken(token, undefined);
      expect(warnings).toMatchObject([
        { code: 'placeholder-secret', message: expect.stringContaining(text) },
      ]);
    }
    expect(await statusOf(SAMPLES.dauth, 'your-at-least-256-bit-secret-token')).toBe('verified');
  });

  it('a weak secret or RSA key matches, and is not called verified', async () => {
    expect(await verifyToken(SAMPLES.leatherbackRequest, 'your-256-bit-secret')).toMatchObject({
      status: 'not-verified',
      reason: expect.stringContaining('The signature matches, but the secret has 152 bits'),
    });
    expect(await warningsOf(SAMPLES.leatherbackRequest, 'your-256-bit-secret')).toContain('weak-secret');
    expect(await statusOf(SAMPLES.leatherbackRequest, 'another')).toBe('invalid-signature');
    const token = made({ alg: 'RS256' }, (input) => createSign('sha256').update(input).sign(weak.privateKey));
    expect(await statusOf(token, jwkOf(weak.publicKey))).toBe('not-verified');
    expect(await warningsOf(token, jwkOf(weak.publicKey))).toContain('weak-rsa');
  });

  it('key confusion: HS256 against a public key, and when its text was the secret', async () => {
    const forged = made({ alg: 'HS256' }, (input) => createHmac('sha256', pem).update(input).digest());
    for (const key of [pem, pem.trim(), jwkOf(rsa.publicKey)]) {
      const { status, warnings } = await verifyToken(forged, key);
      expect(status).toBe('not-verified');
      expect(warnings).toMatchObject([
        { code: 'key-confusion', message: expect.stringContaining('forgery') },
      ]);
    }
    expect(await warningsOf(SAMPLES.leatherbackCode, pem)).toEqual(['key-confusion']);
  });

  it.each([0, 20, 222])('PSS with a salt of %i bytes', async (salt) => {
    const { status, warnings } = await verifyToken(made({ alg: 'PS256' }, pss(salt)), pem);
    expect(status).toBe('invalid-signature');
    expect(warnings).toMatchObject([
      { code: 'pss-salt', message: expect.stringContaining(`salt of ${salt} bytes`) },
    ]);
  });

  it('ECDSA as DER', async () => {
    const token = made({ alg: 'ES256' }, (input) => sign('sha256', input, ec.privateKey));
    const { status, warnings } = await verifyToken(token, jwkOf(ec.publicKey));
    expect(status).toBe('invalid-signature');
    expect(warnings).toMatchObject([
      { code: 'der-signature', message: expect.stringContaining('would verify') },
    ]);
  });

  it('keys and addresses that the token brings along, and another kid', async () => {
    const header = {
      alg: 'RS256',
      kid: 'x',
      jwk: jwkOf(rsa.publicKey),
      jku: 'https://evil.example',
      x5u: 'https://evil.example',
    };
    const token = made(header, (input) => createSign('sha256').update(input).sign(rsa.privateKey));
    expect(await warningsOf(token, { ...jwkOf(rsa.publicKey), kid: 'y' } as JsonWebKey)).toEqual([
      'embedded-jwk',
      'jku',
      'x5u',
      'kid-differs',
    ]);
    expect(await statusOf(token, jwkOf(otherEc.publicKey))).toBe('not-verified');
  });

  it('stray bits in base64url', async () => {
    const last = es256.at(-1) as string;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const stray = es256.slice(0, -1) + alphabet[alphabet.indexOf(last) + 1];
    expect(await statusOf(stray, jwkOf(ec.publicKey))).toBe('malformed');
    expect(await warningsOf(stray, jwkOf(ec.publicKey))).toEqual(['not-canonical']);
  });
});

describe('claims', () => {
  const checks = async (options: VerifyOptions) =>
    (await verifyToken(es256, jwkOf(ec.publicKey), options)).claims.map(({ claim, ok }) => [claim, ok]);

  it('are checked apart from the signature', async () => {
    const expected = { issuer: 'https://as.example', audience: 'app', nonce: 'n' };
    expect(await checks({ now: 1_999_999_999_000, ...expected })).toEqual([
      ['exp', true],
      ['iss', true],
      ['aud', true],
      ['nonce', true],
    ]);
    expect(await checks({ now: 2_000_000_000_000, issuer: 'x', audience: ['y'], nonce: 'z' })).toEqual([
      ['exp', false],
      ['iss', false],
      ['aud', false],
      ['nonce', false],
    ]);
    expect(await checks({ now: 2_000_000_005_000, clockTolerance: 10 })).toEqual([['exp', true]]);
    expect(await statusOf(es256, jwkOf(ec.publicKey), { now: 9e12 })).toBe('verified');
  });
});
