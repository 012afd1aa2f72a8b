import { generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import type { KeyRecord } from '../../../../lib/keys/types.ts';
import { createKeysImport, type KeysImport } from '../../../../lib/state/keys/keys-import.ts';
import pkcs12 from '../../keys/fixtures/pkcs12.json' with { type: 'json' };

const PASSPHRASE = 'open sesame';

const { privateKey: encryptedPem, publicKey: publicPem } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ecPrivate = { ...ec.privateKey.export({ format: 'jwk' }), kid: 'ec-1' };
const secret = { kty: 'oct', k: Buffer.alloc(32, 7).toString('base64url'), alg: 'HS256' };

const pastes: KeysImport[] = [];

afterEach(() => {
  for (const pasted of pastes.splice(0)) pasted.dispose();
});

function world(options: { refuse?: boolean } = {}) {
  const kept: KeyRecord[] = [];
  let id = 0;
  const pasted = createKeysImport({
    async add(records) {
      if (options.refuse) return false;
      kept.push(...records);
      return true;
    },
    now: () => 1_000,
    newId: () => `id-${++id}`,
  });
  pastes.push(pasted);
  const paste = async (text: string): Promise<void> => {
    pasted.text.value = text;
    await expect.poll(() => pasted.look.value !== undefined && !pasted.busy.value).toBe(true);
  };
  return { pasted, kept, paste };
}

test('an encrypted private key waits for its passphrase and comes out non-extractable', async () => {
  const { pasted, kept, paste } = world();
  await paste(encryptedPem);
  expect(pasted.encrypted.value).toBe(true);
  expect(pasted.look.value?.failures.map(({ code }) => code)).toEqual(['passphrase-needed']);
  pasted.passphrase.value = 'wrong';
  await pasted.unlock();
  expect(pasted.look.value?.failures.map(({ code }) => code)).toEqual(['passphrase-wrong']);
  expect(pasted.text.value).toBe(encryptedPem);
  pasted.passphrase.value = PASSPHRASE;
  await pasted.unlock();
  expect(pasted.look.value?.found[0]?.imported).toMatchObject({
    type: 'private',
    format: 'encrypted PKCS #8',
  });
  pasted.chooseAlgorithm(0, 'RS256');
  const [record] = await pasted.keep();
  expect(record).toMatchObject({
    id: 'id-1',
    name: 'RS256 private key',
    algorithm: 'RS256',
    createdAt: 1_000,
    source: 'encrypted PKCS #8',
    publicJwk: { kty: 'RSA', use: 'sig', alg: 'RS256' },
  });
  expect(record?.privateKey?.extractable).toBe(false);
  expect(record?.publicJwk).not.toHaveProperty('d');
  expect(kept).toHaveLength(1);
  expect([pasted.text.value, pasted.passphrase.value, pasted.look.value]).toEqual(['', '', undefined]);
});

test('a set gives each of its keys, a private one as signing, a public one as verifying only', async () => {
  const { d, kid, ...ecPublic } = ecPrivate;
  const { pasted, paste } = world();
  await paste(
    JSON.stringify({ keys: [ecPrivate, { ...ecPublic, kid: 'ec-2' }, { kty: 'EC', crv: 'P-256' }] }),
  );
  expect(pasted.look.value?.failures.map(({ message }) => message)).toEqual([
    'Part 3 of 3: The JWK has no x.',
  ]);
  pasted.name.value = 'Bank';
  const records = await pasted.keep();
  expect(records.map(({ name, kid, source, privateKey }) => [name, kid, source, privateKey?.type])).toEqual([
    ['Bank 1', 'ec-1', 'JWKS', 'private'],
    ['Bank 2', 'ec-2', 'JWKS', undefined],
  ]);
});

test('an extractable key only when that was chosen, and a secret’s kid tells nothing of it', async () => {
  const { pasted, paste } = world();
  await paste(JSON.stringify(secret));
  pasted.extractable.value = true;
  const [record] = await pasted.keep();
  expect(record?.secretKey?.extractable).toBe(true);
  expect(record?.publicJwk).toBeUndefined();
  expect(record?.kid).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  expect(pasted.extractable.value).toBe(false);
});

test('nothing is lost when it cannot be stored', async () => {
  const { pasted, paste } = world({ refuse: true });
  await paste(publicPem);
  expect(await pasted.keep()).toEqual([]);
  expect(pasted.text.value).toBe(publicPem);
  expect(pasted.look.value?.found).toHaveLength(1);
});

test('rubbish is answered with a sentence', async () => {
  const { pasted, paste } = world();
  await paste('rubbish');
  expect(pasted.look.value).toEqual({
    found: [],
    failures: [
      {
        code: 'unknown-format',
        message: 'This is neither PEM nor JSON.',
        remedy: 'Paste a PEM key, a certificate, a JWK or a JWKS.',
      },
    ],
  });
});

const p12 = (name: keyof typeof pkcs12.files): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(pkcs12.files[name], 'base64'));

test('a PKCS #12 file waits for its passphrase, and gives a non-extractable key with its chain', async () => {
  const { pasted, kept } = world();
  const settled = (): Promise<void> =>
    expect.poll(() => pasted.look.value !== undefined && !pasted.busy.value).toBe(true);
  const codes = (): readonly string[] | undefined => pasted.look.value?.failures.map(({ code }) => code);
  pasted.choose({ name: 'qseal.p12', bytes: p12('aes256') });
  await settled();
  expect([pasted.encrypted.value, codes()]).toEqual([true, ['passphrase-needed']]);
  pasted.passphrase.value = 'wrong';
  await pasted.unlock();
  expect(codes()).toEqual(['passphrase-wrong']);
  pasted.passphrase.value = 'geheim';
  await pasted.unlock();
  expect([codes(), pasted.look.value?.found.length, pasted.text.value]).toEqual([[], 1, '']);
  const [record] = await pasted.keep();
  expect(record).toMatchObject({ name: 'Test QSEAL', algorithm: 'ES256', source: 'PKCS #12' });
  expect(record?.privateKey?.extractable).toBe(false);
  expect(record?.certificate?.subject).toBe('O=Test TPP,CN=Test QSEAL');
  expect(record?.issuers?.map(({ subject }) => subject)).toEqual(['CN=Test Issuing CA', 'CN=Test Root']);
  expect(kept).toHaveLength(1);
  expect([pasted.file.value, pasted.passphrase.value, pasted.look.value]).toEqual([undefined, '', undefined]);
});

test('a file without a passphrase is open at once; a pasted text takes its place', async () => {
  const { pasted, paste } = world();
  pasted.choose({ name: 'empty.p12', bytes: p12('empty') });
  await expect.poll(() => pasted.look.value?.found.map(({ algorithm }) => algorithm)).toEqual(['ES256']);
  await paste(publicPem);
  expect(pasted.file.value).toBeUndefined();
  expect(pasted.look.value?.found.map(({ imported }) => imported.type)).toEqual(['public']);
});
