import { Buffer } from 'node:buffer';
import { constants, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeToken } from '../../../lib/jwt/decode.ts';
import { type SigningKey, signToken } from '../../../lib/jwt/sign.ts';
import type { JsonObject } from '../../../lib/jwt/types.ts';
import { verifyToken } from '../../../lib/jwt/verify.ts';
import type { VerifyKey } from '../../../lib/jwt/verify-types.ts';

const secret = new Uint8Array(32).fill(9);
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const signers: readonly (readonly [string, SigningKey, VerifyKey])[] = [
  ['HS256', secret, secret],
  [
    'ES256',
    ec.privateKey.export({ format: 'jwk' }) as JsonWebKey,
    ec.publicKey.export({ format: 'jwk' }) as JsonWebKey,
  ],
  [
    'PS256',
    rsa.privateKey.export({ format: 'jwk' }) as JsonWebKey,
    rsa.publicKey.export({ format: 'jwk' }) as JsonWebKey,
  ],
];
const tokens = new Map<string, string>();
beforeAll(async () => {
  for (const [alg, key] of signers)
    tokens.set(alg, await signToken({ alg, typ: 'JWT' }, { sub: 'property', exp: 1 }, key));
});

describe.each(signers)('%s', (alg, signingKey, key) => {
  it('verifies no token of which a character was replaced, put in or taken out', async () => {
    const character = fc.oneof(
      fc.constantFrom(...'AZaz09-_=.+/ ?&:%"\n\u00e9'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.constantFrom('replace', 'insert', 'remove'),
        character,
        async (place, how, by) => {
          const token = tokens.get(alg) as string;
          const at = place % (token.length + (how === 'insert' ? 1 : 0));
          const changed =
            token.slice(0, at) + (how === 'remove' ? '' : by) + token.slice(how === 'insert' ? at : at + 1);
          fc.pre(changed !== token);
          expect((await verifyToken(changed, key)).status).not.toBe('verified');
        },
      ),
      { numRuns: 100 },
    );
  });

  it('verifies no token of which a bit was changed in any part', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 1, 2), fc.nat(), fc.nat({ max: 7 }), async (part, place, bit) => {
        const parts = (tokens.get(alg) as string).split('.');
        const bytes = Buffer.from(parts[part] as string, 'base64url');
        bytes[place % bytes.length] = (bytes[place % bytes.length] as number) ^ (1 << bit);
        parts[part] = bytes.toString('base64url');
        expect((await verifyToken(parts.join('.'), key)).status).not.toBe('verified');
      }),
      { numRuns: 100 },
    );
  });

  it('decoding gives back what was signed', async () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5 });
    await fc.assert(
      fc.asyncProperty(object, object, async (more, claims) => {
        const { crit, b64, alg: _, ...rest } = JSON.parse(JSON.stringify(more)) as JsonObject;
        const header = { ...rest, alg };
        const plain = JSON.parse(JSON.stringify(claims)) as JsonObject;
        const decoded = decodeToken(await signToken(header, plain, signingKey));
        expect(decoded.header).toEqual(header);
        expect(decoded.payload).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });
});

describe('whatever is given', () => {
  it('verifyToken answers and does not throw', async () => {
    const key = fc.oneof(
      fc.string(),
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.uint8Array(),
      fc.constant({ keys: [1, null] }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.constantFrom(...tokens.values(), 'a.b.c')),
        key,
        async (token, given) => {
          expect((await verifyToken(token, given as VerifyKey)).status).not.toBe('verified');
        },
      ),
      { numRuns: 100 },
    );
  });

  it('node:crypto verifies what is signed here', async () => {
    const [input, signature] = split(tokens.get('PS256') as string);
    const padded = { key: rsa.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
    expect(verify('sha256', input, padded, signature)).toBe(true);
    const [ecInput, ecSignature] = split(tokens.get('ES256') as string);
    const publicKey = createPublicKey(ec.privateKey);
    expect(verify('sha256', ecInput, { key: publicKey, dsaEncoding: 'ieee-p1363' }, ecSignature)).toBe(true);
  });
});

function split(token: string): readonly [Buffer, Buffer] {
  const dot = token.lastIndexOf('.');
  return [Buffer.from(token.slice(0, dot)), Buffer.from(token.slice(dot + 1), 'base64url')];
}
