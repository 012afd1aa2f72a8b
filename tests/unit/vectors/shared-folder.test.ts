import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { collectVectors } from '../../../scripts/vectors/collect.ts';
import { reportOf } from '../../../scripts/vectors/report.ts';
import { runVectors } from '../../vectors/run.ts';
import type { Vector } from '../../vectors/types.ts';

const FIXTURES = 'tests/vectors/fixtures';
/** The published suites, where somebody has put them beside the checkout. */
const SHARED = '../shared/vectors';

const kinds = (folder: string): Record<string, Vector['kind']> =>
  Object.fromEntries(collectVectors(`${FIXTURES}/${folder}`).map(({ id, kind }) => [id, kind]));

describe('the adapters', () => {
  it('read files of the shape of the cookbook', () => {
    expect(kinds('cookbook')).toEqual({
      'encrypted.json#json#1': 'decrypt',
      'encrypted.json#json#2': 'decrypt',
      'key.json': 'import',
      'nested.json#sign#compact': 'verify',
      'nested.json#encrypt#compact': 'decrypt',
      'no-crit.json#json_flat': 'reject',
      'password.json#compact': 'decrypt',
      'refused.json#compact': 'decrypt',
      'signed.json#compact': 'verify',
      'signed.json#json': 'verify',
      'signed.json#json_flat': 'verify',
    });
  });

  it('read files of the shape of latchset/jose, and follow links that are stored as text', () => {
    const found = kinds('latchset');
    expect(found).toMatchObject({
      'cve-0000/changed.jwec': 'undecryptable',
      'detached.jwsf': 'verify',
      'keys.jwkset#2': 'import',
      'password.jwec': 'decrypt',
      'print.jwk': 'thumbprint',
      'same.jwec': 'decrypt',
      'twice.jwsg#2': 'verify',
      'unsigned.jwsc': 'reject',
    });
    const [same] = collectVectors(`${FIXTURES}/latchset`).filter(({ id }) => id === 'same.jwec');
    expect(same).toMatchObject({ key: { kty: 'oct' }, plaintext: 'Encrypted for the tests.' });
  });

  it("read files of Wycheproof's shape, without what any reader may decide", () => {
    expect(kinds('wycheproof')).toEqual({
      'json_web_encryption_test.json#1 valid': 'decrypt',
      'json_web_encryption_test.json#2 changedTag': 'undecryptable',
      'json_web_encryption_test.json#3 bits192': 'decrypt',
      'json_web_signature_test.json#1 valid': 'verify',
      'json_web_signature_test.json#2 changedSignature': 'reject',
      'json_web_signature_test.json#4 rejectsValidJsonSerialization': 'reject',
      'json_web_signature_test.json#5 valid': 'verify',
    });
  });

  it('name the file that they cannot read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'grantscope-vectors-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'cut.json'), '{"kty":');
    expect(() => collectVectors(folder)).toThrow(/^cut\.json could not be read: /);
  });

  it.each([FIXTURES, SHARED].filter((folder) => existsSync(folder)))(
    'give vectors of %s of which none fails that is not meant to',
    async (folder) => {
      const vectors = collectVectors(folder);
      const { passed, refused, failed } = reportOf('node', vectors, await runVectors(vectors));
      expect(failed).toEqual([]);
      expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
      expect(passed + refused.length).toBe(vectors.length);
      expect(passed).toBeGreaterThan(30);
    },
    30_000,
  );
});
