import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { exportJwk, exportJwks, exportSpkiPem } from '../../../lib/keys/export-key.ts';
import { importKey } from '../../../lib/keys/import-key.ts';

const pairs = {
  RSA: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  EC: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  OKP: generateKeyPairSync('ed25519'),
};

describe.each(Object.entries(pairs))('%s', (kty, { publicKey, privateKey }) => {
  const privateJwk = privateKey.export({ format: 'jwk' }) as JsonWebKey;
  const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;

  it('is exported as the SPKI that node:crypto writes, from either side', async () => {
    expect(await exportSpkiPem(privateJwk)).toBe(pem);
    expect(await exportSpkiPem((await importKey(pem)).key)).toBe(pem);
  });

  it('is exported as a JWK and a JWKS without anything private', async () => {
    const jwk = await exportJwk(privateJwk);
    expect(jwk).toEqual({
      ...(publicKey.export({ format: 'jwk' }) as object),
      kty,
      kid: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(await exportJwks([privateJwk, privateJwk])).toEqual({ keys: [jwk, jwk] });
  });
});

it('refuses a secret, and a private key that cannot be exported', async () => {
  await expect(exportJwk({ kty: 'oct', k: 'AAAA' })).rejects.toMatchObject({ code: 'symmetric-key' });
  const { key } = await importKey(pairs.EC.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
  await expect(exportJwk(key)).rejects.toMatchObject({ code: 'private-member' });
});
