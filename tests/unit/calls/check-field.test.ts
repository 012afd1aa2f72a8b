import { describe, expect, test } from 'vitest';
import { checkField } from '../../../lib/calls/check-field.ts';
import type { StepCheck, StepField } from '../../../lib/providers/step-types.ts';
import { fieldOf } from './fields.ts';

const NOW = Date.parse('2026-06-01T00:00:00Z');

const check = (change: Partial<StepField>, value: string, others: Readonly<Record<string, string>> = {}) =>
  checkField(fieldOf({ name: 'x', ...change }), value, {
    now: NOW,
    otherValue: (name) => others[name] ?? '',
  });

const codes = (change: Partial<StepField>, value: string, others?: Readonly<Record<string, string>>) =>
  check(change, value, others).map(({ code }) => code);

test('a required field says what it needs', () => {
  expect(check({ required: true, constraint: 'A UUID.' }, '')).toEqual([
    {
      field: 'form x',
      code: 'missing',
      message: 'x is required and empty.',
      remedy: 'A UUID.',
      severity: 'error',
    },
  ]);
  expect(check({}, '')).toEqual([]);
});

test('the value of a secret is in no sentence', () => {
  const [problem] = check({ secret: true, checks: [{ kind: 'max-length', length: 3 }] }, 'hush-hush');
  expect(problem?.message).toBe('x has 9 characters; at most 3 are allowed.');
  expect(check({ secret: true, type: 'number' }, 'hush')[0]?.message).toBe('x is not a number.');
});

describe('each check', () => {
  test.each<[StepCheck, string, string[]]>([
    [{ kind: 'max-length', length: 3 }, 'äöü', []],
    [{ kind: 'max-length', length: 3 }, 'abcd', ['too-long']],
    [{ kind: 'email' }, 'a@b.example', []],
    [{ kind: 'email' }, 'a.b.example', ['not-email']],
    [{ kind: 'https-url' }, 'https://x.example/a', []],
    [{ kind: 'https-url' }, 'http://127.0.0.1:4600/', []],
    [{ kind: 'https-url' }, 'http://x.example/', ['not-https-url']],
    [{ kind: 'date-time' }, '2026-01-31T12:00:00Z', []],
    [{ kind: 'date-time' }, '2026-01-31', ['not-date-time']],
    [{ kind: 'date-time' }, '2026-13-31T12:00:00Z', ['not-date-time']],
    [{ kind: 'date-in-future' }, '2026-06-01T00:00:01Z', []],
    [{ kind: 'date-in-future' }, '2026-06-01T00:00:00Z', ['date-passed']],
    [{ kind: 'date-after', field: 'from' }, '2026-05-01T00:00:00Z', ['date-not-after']],
    [{ kind: 'date-after', field: 'from' }, '2026-05-03T00:00:00Z', []],
    [{ kind: 'starts-with', text: 'dauth.' }, 'ETHEREUM', ['wrong-start']],
    [{ kind: 'uuid' }, 'nope', ['not-uuid']],
    [{ kind: 'pattern', pattern: '^[A-Z]{2}$', says: 'must be two capitals' }, 'gb', ['pattern']],
  ])('%o of %o', (one, value, expected) => {
    expect(codes({ checks: [one] }, value, { from: '2026-05-02T00:00:00Z' })).toEqual(expected);
  });
});

test.each<[StepField['type'], string, string[]]>([
  ['number', '90', []],
  ['number', '090', ['not-number']],
  ['boolean', 'yes', ['not-boolean']],
  ['json', '{"a":}', ['not-json']],
  ['date-time', 'tomorrow', ['not-date-time']],
])('type %s of %o', (type, value, expected) => {
  expect(codes({ type }, value)).toEqual(expected);
});

test('only the choices are taken, of a list each member, unless others may be typed', () => {
  const choices = [{ value: 'a' }, { value: 'b' }];
  expect(codes({ choices }, 'c')).toEqual(['not-one-of']);
  expect(codes({ choices, open: true }, 'c')).toEqual([]);
  expect(codes({ choices, type: 'list' }, 'a b')).toEqual([]);
  expect(check({ choices, type: 'list' }, 'a z')[0]?.message).toBe(
    'x “a z” contains “z”, which the provider does not know.',
  );
});

test('a check of a kind that is not known checks nothing', () => {
  expect(codes({ checks: [{ kind: 'constructor' } as unknown as StepCheck] }, 'v')).toEqual([]);
});
