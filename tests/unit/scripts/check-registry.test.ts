import { describe, expect, it } from 'vitest';
import { checkLockfile, checkRegistry } from '../../../scripts/imports/check-registry.ts';

const host = ['registry', 'npmjs', 'org'].join('.');

describe('package registries', () => {
  it('are named by no file', () => {
    expect(checkRegistry('.npmrc', `fund=false\nregistry=https://${host}/`)).toEqual([
      `.npmrc:2 → ${host}: no file names a package registry`,
    ]);
    expect(checkRegistry('.npmrc', 'fund=false')).toEqual([]);
  });

  it('are not in the lockfile', () => {
    const lock = (resolved?: string): string =>
      JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0', resolved } } });
    expect(checkLockfile('package-lock.json', lock('https://packages.example/a.tgz'))).toEqual([
      'package-lock.json → node_modules/a: resolved names the host of https://packages.example/a.tgz',
    ]);
    expect(checkLockfile('package-lock.json', lock())).toEqual([]);
    expect(checkLockfile('package-lock.json', lock('packages/local'))).toEqual([]);
  });
});
