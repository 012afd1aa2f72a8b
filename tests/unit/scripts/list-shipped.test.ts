import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packageFolder } from '../../../scripts/build/bundled-packages.ts';
import { readShippedPackage } from '../../../scripts/build/shipped-package.ts';
import { writeBill, writeNotices } from '../../../scripts/build/write-bill.ts';

const LOCKFILE = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Parameters<
  typeof readShippedPackage
>[1];

test.each([
  ['/p/node_modules/jose/dist/index.js', '/p/node_modules/jose'],
  ['/p/node_modules/@noble/hashes/sha3.js?x', '/p/node_modules/@noble/hashes'],
  ['/p/node_modules/a/node_modules/b/i.js', '/p/node_modules/a/node_modules/b'],
  ['C:\\p\\node_modules\\@a\\b\\i.js', 'C:/p/node_modules/@a/b'],
  ['\0/p/node_modules/a/i.js?commonjs-module', '/p/node_modules/a'],
  ['/p/lib/index.ts', undefined],
  ['\0vite/preload-helper.js', undefined],
])('the package of %j is %j', (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});

describe('a package that is shipped', () => {
  const jose = readShippedPackage('node_modules/jose', LOCKFILE);

  test('is named with its version, licence, hash and the text of its licence', () => {
    const locked = LOCKFILE.packages['node_modules/jose'];
    expect(jose).toMatchObject({
      name: 'jose',
      license: 'MIT',
      version: locked?.version,
      integrity: locked?.integrity,
    });
    expect(jose.texts.join()).toContain('Permission is hereby granted');
  });

  test('must be in the lockfile', () => {
    expect(() => readShippedPackage('node_modules/jose', { packages: {} })).toThrow(
      'is not in package-lock.json',
    );
  });

  test('stands in the bill of materials and in the notices, the same each time', () => {
    const product = { name: 'grantscope', version: '1.2.3' };
    const bill = JSON.parse(writeBill(product, [jose])) as Record<string, unknown>;
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: { component: product },
      components: [
        {
          name: 'jose',
          purl: `pkg:npm/jose@${jose.version}`,
          licenses: [{ license: { id: 'MIT' } }],
          hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
        },
      ],
    });
    expect(writeBill(product, [jose])).toBe(writeBill(product, [jose]));
    expect(JSON.stringify(bill)).not.toMatch(/timestamp|serialNumber/);
    expect(writeNotices([jose])).toContain(`jose ${jose.version} (MIT)\n\n${jose.texts[0]}`);
  });
});
