import { describe, expect, it } from 'vitest';
import { quoteValue } from '../../../lib/rules/define.ts';

describe('a value in a message', () => {
  it.each([
    ['openid profile', '“openid profile”'],
    ['openid  profile', '“openid  profile”'],
    ['openid\tprofile', '“openid\\tprofile”'],
    ['a\r\nb', '“a\\r\\nb”'],
    ['openid\u00a0profile', '“openid\\u00A0profile”'],
    ['\u200bcode', '“\\u200Bcode”'],
    ['a\u202eb', '“a\\u202Eb”'],
    ['\u{e0041}', '“\\uE0041”'],
    ['München', '“München”'],
    [`${'a'.repeat(70)}${'b'.repeat(20)}`, `“${'a'.repeat(60)}…${'b'.repeat(16)}”`],
  ])('%j reads %s', (value, expected) => expect(quoteValue(value)).toBe(expected));
});
