import { expect, test } from 'vitest';
import { lockfileFaults } from '../../../scripts/lockfile/lockfile-faults.ts';

const integrity = `sha512-${'A'.repeat(86)}==`;

test('finds nothing in a lockfile of exact versions with hashes', () => {
  const packages = { '': {}, 'node_modules/a': { version: '1.2.3', integrity } };
  expect(lockfileFaults({ dependencies: { a: '1.2.3' } }, { packages })).toEqual([]);
});

test('names what is not exact, missing, different, without a hash, or from elsewhere', () => {
  const packages = {
    'node_modules/c': { version: '1.0.1', integrity },
    'node_modules/d': { version: '1.0.0' },
    'node_modules/e': { version: '1.0.0', integrity: 'sha1-AAAA' },
    'node_modules/f': { version: '1.0.0', integrity, resolved: 'https://elsewhere.test/f.tgz' },
    'node_modules/g': { link: true },
  };
  const manifest = { dependencies: { a: '^1.0.0', b: '1.0.0' }, devDependencies: { c: '1.0.0' } };
  expect(lockfileFaults(manifest, { packages })).toEqual([
    'package.json: a asks for “^1.0.0”, which is no exact version',
    'package-lock.json: b 1.0.0 is missing',
    'package-lock.json: c is 1.0.1, package.json asks for 1.0.0',
    'package-lock.json: node_modules/d has no SHA-512 hash',
    'package-lock.json: node_modules/e has no SHA-512 hash',
    'package-lock.json: node_modules/f names the place it came from',
    'package-lock.json: node_modules/g is a link',
  ]);
});
