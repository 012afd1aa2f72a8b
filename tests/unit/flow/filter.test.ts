import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesFilter, parseFilter, searchable } from '../../../lib/flow/filter.ts';
import { summaryOf } from '../support/summary.ts';

const summary = summaryOf({
  id: 'f1',
  clientId: 'Client-7',
  code: '6c1f0a',
  state: 'w4Am91fLZ',
  flowid: 'GetPSD2AuthCode',
});
const failed = summaryOf({
  id: 'f2',
  status: 'failed',
  provider: 'Leatherback',
  profileId: 'leatherback',
  host: 'app.leatherback.test',
  error: 'access_denied',
  outcome: { kind: 'refused', error: 'access_denied' },
  errors: 1,
});

function matches(text: string, of = summary): boolean {
  return matchesFilter(parseFilter(text), searchable(of, 'Code received'));
}

describe('parseFilter', () => {
  test.each([
    ['', []],
    ['  ', []],
    ['abc', [{ text: 'abc', negated: false }]],
    ['State:AbC', [{ text: 'abc', field: 'state', negated: false }]],
    ['-is:error', [{ text: 'error', field: 'is', negated: true }]],
    [
      'a  b',
      [
        { text: 'a', negated: false },
        { text: 'b', negated: false },
      ],
    ],
    ['provider:"connect pay"', [{ text: 'connect pay', field: 'provider', negated: false }]],
    ['"two words', [{ text: 'two words', negated: false }]],
    ['unknown:abc', [{ text: 'unknown:abc', negated: false }]],
    ['http://a.test/b', [{ text: 'http://a.test/b', negated: false }]],
    ['state:', [{ text: 'state:', negated: false }]],
    ['-', [{ text: '-', negated: false }]],
    ['""', []],
  ])('%j', (text, terms) => {
    expect(parseFilter(text).terms).toEqual(terms);
  });

  test('reads any text without throwing', () => {
    fc.assert(fc.property(fc.string(), (text) => parseFilter(text).terms.every((term) => term.text !== '')));
  });
});

describe('matchesFilter', () => {
  test.each([
    ['', true],
    ['connectpay', true],
    ['w4am', true],
    ['received', true],
    ['w4am 6c1f', true],
    ['w4am nothing', false],
    ['state:w4am', true],
    ['state:6c1f', false],
    ['code:6C1F0A', true],
    ['client:client-7', true],
    ['flowid:getpsd2', true],
    ['host:connectpay.test', true],
    ['provider:leather', false],
    ['-provider:leather', true],
    ['-w4am', false],
    ['is:completed', true],
    ['is:comp', true],
    ['is:error', false],
    ['-is:error', true],
    ['has:error', false],
    ['-has:error', true],
    ['error:denied', false],
  ])('a completed flow and %j: %s', (text, expected) => {
    expect(matches(text)).toBe(expected);
  });

  test.each([
    ['is:error', true],
    ['is:failed', true],
    ['has:error', true],
    ['has:warning', false],
    ['is:open', false],
    ['error:access_denied', true],
    ['leatherback is:error', true],
  ])('a failed flow and %j: %s', (text, expected) => {
    expect(matches(text, failed)).toBe(expected);
  });

  test('a flow is found by its outcome and by the words that are shown for it', () => {
    const prepared = searchable(
      summaryOf({ id: 'f', outcome: { kind: 'state-mismatch' } }),
      'state stimmt nicht überein',
    );
    const found = ['mismatch', 'STIMMT', '"nicht überein"', 'passt'].map((text) =>
      matchesFilter(parseFilter(text), prepared),
    );
    expect(found).toEqual([true, true, true, false]);
  });

  test('a negated term matches exactly what the term does not', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    const field = fc.constantFrom('', 'state:', 'code:', 'provider:', 'host:', 'error:', 'is:');
    fc.assert(
      fc.property(field, word, fc.constantFrom(summary, failed), (name, text, of) => {
        expect(matches(`-${name}${text}`, of)).toBe(!matches(`${name}${text}`, of));
      }),
    );
  });

  test('any quoted part of a value finds it', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => !text.includes('"')),
        fc.nat(),
        (state, at) => {
          const part = state.slice(at % state.length);
          expect(matches(`state:"${part}"`, summaryOf({ id: 'f', state }))).toBe(true);
        },
      ),
    );
  });
});
