import { webcrypto, X509Certificate } from 'node:crypto';
import { fromBER, OctetString } from 'asn1js';
import fc from 'fast-check';
import * as pkijs from 'pkijs';
import { describe, expect, it } from 'vitest';
import type { ImportError } from '../../../lib/keys/import-error.ts';
import { importKey } from '../../../lib/keys/import-key.ts';
import { MAX_PKCS12_BYTES, readPkcs12 } from '../../../lib/keys/read-pkcs12.ts';
import { splitPastedKeys } from '../../../lib/state/keys/keys-units.ts';
import fixtures from './fixtures/pkcs12.json' with { type: 'json' };

type Name = keyof typeof fixtures.files;

const fileOf = (name: Name): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(fixtures.files[name], 'base64'));

const labels = (pem: string): readonly string[] =>
  [...pem.matchAll(/BEGIN ([A-Z ]+)/g)].map(([, label = '']) => label);

const refusal = (bytes: Uint8Array<ArrayBuffer>, passphrase: string): Promise<string> =>
  readPkcs12(bytes, passphrase).then(
    () => 'read',
    ({ code }: ImportError) => code,
  );

describe('a PKCS #12 file', () => {
  it.each([
    ['aes256', 'geheim', 3],
    ['aes128-sha512', 'geheim', 3],
    ['umlaut', 'gehäim €', 1],
    ['empty', '', 1],
    ['no-mac', 'geheim', 1],
    ['plain', 'geheim', 1],
  ] as const)('gives its key and its certificates (%s)', async (name, passphrase, certificates) => {
    const pem = await readPkcs12(fileOf(name), passphrase);
    expect(labels(pem)).toEqual([
      'PRIVATE KEY',
      ...Array.from({ length: certificates }, () => 'CERTIFICATE'),
    ]);
    const [key = '', certificate = ''] = splitPastedKeys(pem);
    const imported = await importKey(key);
    expect(imported).toMatchObject({ type: 'private', algorithm: 'ES256' });
    expect(imported.key.extractable).toBe(false);
    const leaf = new X509Certificate(certificate);
    expect(leaf.subject).toBe('CN=Test QSEAL\nO=Test TPP');
    const { x, y } = leaf.publicKey.export({ format: 'jwk' });
    expect(imported.publicJwk).toMatchObject({ x, y });
  });

  it('gives certificates byte for byte', async () => {
    const pem = await readPkcs12(fileOf('aes256'), 'geheim');
    const [, ...certificates] = splitPastedKeys(pem);
    const read = certificates.map((text) => new X509Certificate(text));
    expect(read.map(({ subject }) => subject.split('\n')[0])).toEqual([
      'CN=Test QSEAL',
      'CN=Test Issuing CA',
      'CN=Test Root',
    ]);
    expect(read.every((one, index) => one.verify((read[index + 1] ?? one).publicKey))).toBe(true);
  });

  it.each([
    ['aes256', 'wrong', 'passphrase-wrong'],
    ['aes256', '', 'passphrase-wrong'],
    ['umlaut', 'gehaim €', 'passphrase-wrong'],
    ['no-mac', 'wrong', 'passphrase-wrong'],
    ['legacy', 'geheim', 'legacy-encryption'],
    ['legacy', '', 'legacy-encryption'],
    ['certificates', 'geheim', 'not-a-key'],
    ['slow', 'geheim', 'encryption-unknown'],
  ] as const)('is refused for what it is (%s with “%s”: %s)', async (name, passphrase, code) => {
    expect(await refusal(fileOf(name), passphrase)).toBe(code);
  });

  it('says by which commands an old one is converted', async () => {
    await expect(readPkcs12(fileOf('legacy'), 'geheim')).rejects.toMatchObject({
      message: 'The PKCS #12 file is encrypted with RC2 or Triple DES, which browsers do not have.',
      remedy: expect.stringMatching(/openssl pkcs12 -legacy .* openssl pkcs12 -export /),
    });
  });

  it('gives each of several keys', async () => {
    const bags = await Promise.all(
      ['P-256', 'P-384'].map(async (namedCurve) => {
        const algorithm = { name: 'ECDSA', namedCurve };
        const { privateKey } = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
        const der = await webcrypto.subtle.exportKey('pkcs8', privateKey);
        return new pkijs.SafeBag({
          bagId: '1.2.840.113549.1.12.10.1.1',
          bagValue: new pkijs.PrivateKeyInfo({ schema: fromBER(der).result }),
        });
      }),
    );
    const contents = new pkijs.SafeContents({ safeBags: bags }).toSchema().toBER();
    const safe = new pkijs.AuthenticatedSafe({
      safeContents: [
        new pkijs.ContentInfo({
          contentType: '1.2.840.113549.1.7.1',
          content: new OctetString({ valueHex: contents }),
        }),
      ],
    });
    const file = new pkijs.PFX({
      authSafe: new pkijs.ContentInfo({
        contentType: '1.2.840.113549.1.7.1',
        content: new OctetString({ valueHex: safe.toSchema().toBER() }),
      }),
    });
    const pem = await readPkcs12(new Uint8Array(file.toSchema().toBER()), '');
    const keys = await Promise.all(splitPastedKeys(pem).map((text) => importKey(text)));
    expect(keys.map(({ algorithm }) => algorithm)).toEqual(['ES256', 'ES384']);
  });

  it('is refused when it is too large, before it is parsed', async () => {
    expect(await refusal(new Uint8Array(MAX_PKCS12_BYTES + 1), '')).toBe('damaged');
  });

  it('is refused with a code, whatever bytes it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await refusal(new Uint8Array(bytes), 'x')).toBe('damaged');
      }),
    );
  });

  it('is refused with a code, or read, whichever of its bytes is changed', async () => {
    const whole = fileOf('plain');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const bytes = whole.slice();
        bytes[at] = (bytes[at] ?? 0) ^ by;
        expect([
          'read',
          'damaged',
          'passphrase-wrong',
          'encryption-unknown',
          'legacy-encryption',
          'not-a-key',
        ]).toContain(await refusal(bytes, 'geheim'));
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 25) },
    );
  });
});
