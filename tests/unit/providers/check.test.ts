import { describe, expect, test } from 'vitest';
import { checkParameter } from '../../../lib/providers/check.ts';
import type { ParameterCheck, ParameterSpec } from '../../../lib/providers/types.ts';

const spec = (checks: readonly ParameterCheck[], more: Partial<ParameterSpec> = {}): ParameterSpec => ({
  name: 'p',
  group: 'extras',
  required: false,
  description: 'A parameter.',
  constraint: 'Something.',
  source: 'A document.',
  place: { in: 'query' },
  checks,
  ...more,
});

const found = (checks: readonly ParameterCheck[], value: string) =>
  checkParameter(spec(checks), value).map(({ code, message, severity }) => ({ code, message, severity }));

const CHECKS = {
  uuid: { kind: 'uuid' },
  v4: { kind: 'uuid-v4' },
  url: { kind: 'absolute-url', query: 'allowed' },
  bareUrl: { kind: 'absolute-url', query: 'forbidden' },
  oneOf: { kind: 'one-of', values: ['a', 'b', 'c'] },
  known: { kind: 'scope-known', values: ['x', 'y'] },
  mixed: { kind: 'scope-not-mixed', groups: [['x', 'y'], ['z']] },
  contains: { kind: 'scope-contains', value: 'openid' },
  pattern: { kind: 'pattern', pattern: '^[0-9]+$', says: 'must be digits' },
  length: { kind: 'min-length', length: 22 },
  object: { kind: 'json', type: 'object' },
  array: { kind: 'json', type: 'array' },
} as const satisfies Record<string, ParameterCheck>;

describe('accepts', () => {
  test.each<[ParameterCheck, string]>([
    [CHECKS.uuid, '59189091-545B-10de-03a3-4166c9ae2d90'],
    [CHECKS.v4, 'c86cc2c0-4cf3-4d2e-9b1b-6d0c63c9b0b7'],
    [CHECKS.url, 'https://client.example/cb?tenant=1'],
    [CHECKS.url, 'com.example.app:/callback'],
    [CHECKS.bareUrl, 'http://127.0.0.1:4610/callback'],
    [CHECKS.oneOf, 'b'],
    [CHECKS.known, 'x y'],
    [CHECKS.mixed, 'y x unknown'],
    [CHECKS.contains, 'profile openid'],
    [CHECKS.pattern, '0123'],
    [{ kind: 'pattern', pattern: '(', says: 'is broken' }, 'anything'],
    [CHECKS.length, 'x'.repeat(22)],
    [CHECKS.object, '{"id_token":{"acr":null}}'],
    [CHECKS.array, '[]'],
  ])('%o: %s', (check, value) => {
    expect(found([check], value)).toEqual([]);
  });
});

describe('refuses', () => {
  test.each<[ParameterCheck, string, 'error' | 'warning', string, string]>([
    [CHECKS.uuid, 'abc', 'warning', 'not-uuid', 'p “abc” is not a UUID.'],
    [
      CHECKS.v4,
      '59189091-545b-10de-93a3-4166c9ae2d90',
      'error',
      'not-uuid-v4',
      'p “59189091-545b-10de-93a3-4166c9ae2d90” is not a version 4 UUID.',
    ],
    [CHECKS.v4, 'w4Am91fLZMKhDMT', 'error', 'not-uuid-v4', 'p “w4Am91fLZMKhDMT” is not a version 4 UUID.'],
    [CHECKS.url, '/callback', 'error', 'not-absolute-url', 'p “/callback” is not an absolute URL.'],
    [CHECKS.url, 'https://', 'error', 'not-absolute-url', 'p “https://” is not an absolute URL.'],
    [
      CHECKS.url,
      'https://c.example/#f',
      'error',
      'url-has-fragment',
      'p “https://c.example/#f” has a fragment.',
    ],
    [
      CHECKS.bareUrl,
      'https://c.example/?a=1',
      'error',
      'url-has-query',
      'p “https://c.example/?a=1” has query parameters, which the provider forbids.',
    ],
    [CHECKS.oneOf, 'd', 'error', 'not-one-of', 'p “d” is not a, b or c.'],
    [
      CHECKS.known,
      'x q',
      'warning',
      'unknown-scope',
      'p “x q” contains “q”, which the provider does not document.',
    ],
    [CHECKS.mixed, 'x z', 'error', 'mixed-scopes', 'p “x z” mixes x with z.'],
    [CHECKS.contains, 'profile', 'error', 'scope-missing', 'p “profile” does not contain openid.'],
    [CHECKS.contains, 'openidx', 'error', 'scope-missing', 'p “openidx” does not contain openid.'],
    [CHECKS.pattern, '12a', 'error', 'pattern', 'p “12a” must be digits.'],
    [
      CHECKS.length,
      'w4Am91fLZMKhDMT',
      'warning',
      'too-short',
      'p “w4Am91fLZMKhDMT” has 15 characters and can be guessed more easily than one of 22.',
    ],
    [CHECKS.object, '{', 'error', 'not-json', 'p “{” is not JSON.'],
    [CHECKS.object, '[]', 'error', 'not-json', 'p “[]” is JSON but no object.'],
    [CHECKS.array, 'null', 'error', 'not-json', 'p “null” is JSON but no array.'],
  ])('%o: %s', (check, value, severity, code, message) => {
    expect(found([check], value)).toEqual([{ code, message, severity }]);
    expect(checkParameter(spec([check]), value).every(({ remedy }) => remedy !== '')).toBe(true);
  });
});

describe('whatever is checked', () => {
  test('an empty value is missing when required and fine when not (RFC 6749 section 3.1)', () => {
    expect(checkParameter(spec([CHECKS.v4]), '')).toEqual([]);
    expect(checkParameter(spec([CHECKS.v4], { required: true }), '')).toEqual([
      { code: 'missing', message: 'p is required and empty.', remedy: 'Something.', severity: 'error' },
    ]);
    const [problem] = checkParameter(spec([], { required: true, generate: 'state' }), '');
    expect(problem?.remedy).toBe('Press New for a fresh value.');
  });

  test('spaces around a value and characters that cannot be seen are named', () => {
    expect(found([], ' a')).toEqual([
      { code: 'surrounding-space', message: 'p “ a” begins or ends with white space.', severity: 'error' },
    ]);
    expect(found([], 'a\u202eb')).toEqual([
      {
        code: 'bidirectional-character',
        message: 'p contains U+202E at position 1, which reorders text on screen.',
        severity: 'warning',
      },
    ]);
  });

  test('a sentence shows at most 60 characters of the value, escaped', () => {
    const [problem] = checkParameter(spec([CHECKS.uuid]), `\u0007${'x'.repeat(200)}`).slice(-1);
    expect(problem?.message).toBe(`p “\\u{7}${'x'.repeat(58)}…” is not a UUID.`);
  });
});
