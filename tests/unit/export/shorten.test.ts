import { expect, test } from 'vitest';
import { shorten } from '../../../lib/export/shorten.ts';

test('cuts long texts at any depth and leaves everything else', () => {
  const value = { a: 'xxxx', b: ['yy', 'zzzzz', 7, null, { c: 'wwww', d: true }], e: undefined };
  expect(shorten(value, 3)).toEqual({
    a: 'xxx',
    b: ['yy', 'zzz', 7, null, { c: 'www', d: true }],
    e: undefined,
  });
});
