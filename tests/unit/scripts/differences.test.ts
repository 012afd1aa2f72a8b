import { expect, test } from 'vitest';
import { differences } from '../../../scripts/reproducible/hashes.ts';

test('names the files in which two builds differ', () => {
  const first = new Map([
    ['a.js', '1'],
    ['b.js', '2'],
    ['c.js', '3'],
  ]);
  const second = new Map([
    ['a.js', '1'],
    ['b.js', '9'],
    ['d.js', '4'],
  ]);
  expect(differences(first, first)).toEqual([]);
  expect(differences(first, second)).toEqual([
    'b.js differs',
    'c.js is in the first build only',
    'd.js is in the second build only',
  ]);
});
