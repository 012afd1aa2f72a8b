import { beforeAll, describe, expect, test } from 'vitest';
import { generateKey, generateSecret } from '../../../../lib/keys/generate.ts';
import { importKey } from '../../../../lib/keys/import-key.ts';
import type { KeyRecord, StoredKey } from '../../../../lib/keys/types.ts';
import { describeRecord } from '../../../../lib/state/keys/keys-describe.ts';
import { exportPrivate } from '../../../../lib/state/keys/keys-export.ts';
import { recordOf } from '../../../../lib/state/keys/keys-record.ts';
import { usersOf } from '../../../../lib/state/keys/keys-used-by.ts';
import { CATALOGUE } from '../../support/catalogue.ts';

let at = 0;
const context = (extractable: boolean) => ({ now: () => ++at, newId: () => `id-${at}`, extractable });
let rsa: StoredKey;
let open: StoredKey;
let secret: KeyRecord;

beforeAll(async () => {
  rsa = await generateKey('RSA', 'PS256', { ...context(false), bits: 3072 });
  open = await generateKey('Open', 'ES256', context(true));
  secret = await generateSecret('Secret', 'HS384', context(true));
});

describe('describeRecord', () => {
  test('tells what a key is by the key itself', () => {
    expect(describeRecord(rsa)).toEqual({
      type: 'private',
      kty: 'RSA',
      material: 'RSA, 3072 bits',
      usages: ['sign'],
      extractable: false,
      unencrypted: false,
    });
    expect(describeRecord(open)).toMatchObject({ material: 'P-256', extractable: true });
    expect(describeRecord(secret)).toEqual({
      type: 'secret',
      kty: 'oct',
      material: 'HMAC, 384 bits',
      usages: ['sign', 'verify'],
      extractable: true,
      unencrypted: false,
    });
  });

  test('a public key verifies only, an RSA-OAEP one encrypts', async () => {
    const facts = { id: 'p', name: 'P', createdAt: 1, source: 'JWK' };
    const { use, alg, ...jwk } = rsa.publicJwk;
    const verifying = recordOf(await importKey(JSON.stringify(jwk)), facts);
    expect(describeRecord(verifying)).toMatchObject({ type: 'public', usages: ['verify'] });
    const sealing = recordOf(await importKey(JSON.stringify(jwk), { algorithm: 'RSA-OAEP-256' }), facts);
    expect(sealing.publicJwk).toMatchObject({ use: 'enc', alg: 'RSA-OAEP-256' });
    expect(describeRecord(sealing).usages).toEqual(['encrypt']);
  });
});

describe('exportPrivate', () => {
  test('gives PKCS #8 and JWK of an extractable key', async () => {
    const pem = await exportPrivate(open, 'pkcs8');
    expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    const again = await importKey(pem);
    expect(again.kid).toBe(open.kid);
    expect(JSON.parse(await exportPrivate(secret, 'jwk'))).toMatchObject({
      kty: 'oct',
      kid: secret.kid,
      alg: 'HS384',
    });
  });

  test('refuses the others with a sentence', async () => {
    await expect(exportPrivate(rsa, 'jwk')).rejects.toMatchObject({
      message: 'RSA cannot be exported: it was made non-extractable.',
    });
  });
});

describe('usersOf', () => {
  test('names the requests that it signs unless another key is chosen, and DAuth', () => {
    const drafts = { 'obp/dauth': { key: rsa.id } };
    expect(usersOf(rsa, [rsa, open, secret], { drafts }, CATALOGUE)).toEqual([
      'Request: Leatherback',
      'Request: OpenID, when signed',
      'DAuth',
    ]);
    expect(usersOf(open, [rsa, open, secret], { drafts }, CATALOGUE)).toEqual([]);
    expect(usersOf(secret, [secret], { drafts: { 'obp/dauth': { key: secret.id } } }, CATALOGUE)).toEqual([
      'DAuth',
    ]);
  });

  test('goes by the key that was chosen for a profile, as long as it is there', async () => {
    const other = await generateKey('Other', 'PS256', context(false));
    const drafts = { 'leatherback/signing': { key: other.id } };
    expect(usersOf(other, [rsa, other], { drafts }, CATALOGUE)).toEqual(['Request: Leatherback']);
    expect(usersOf(rsa, [rsa, other], { drafts }, CATALOGUE)).toEqual(['Request: OpenID, when signed']);
    expect(usersOf(rsa, [rsa], { drafts }, CATALOGUE)).toEqual([
      'Request: Leatherback',
      'Request: OpenID, when signed',
    ]);
  });
});
