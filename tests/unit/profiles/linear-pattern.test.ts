import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linearPattern, MAX_WORK, PatternError } from '../../../lib/providers/linear-pattern.ts';
import { PROFILES } from '../../../lib/providers/registry.ts';

const OWN_PATTERNS = PROFILES.flatMap(({ parameters }) => parameters)
  .flatMap(({ checks }) => checks)
  .flatMap((check) => (check.kind === 'pattern' ? [check.pattern] : []));

const PATTERNS = [
  ...OWN_PATTERNS,
  'a',
  '^$',
  '^a|b$',
  '(ab|a)(c|bcd)(d*)',
  '^(?:a?){3}a{3}$',
  '^[^a-c\\]\\\\]+$',
  '\\d{2,}-\\w?\\s*',
  '^.{2,3}?$',
  '\\x41\\u0042\\u{43}',
  '^\\p{Lu}[\\p{Ll}-]*$',
  '^(a|(b|c)*)+$',
  '\\.\\*\\/',
  '^[^]$',
];

describe('linearPattern', () => {
  test.each(PATTERNS)('decides %s as the engine does', (pattern) => {
    const ours = linearPattern(pattern);
    const engine = new RegExp(pattern, 'u');
    const near = fc.string({ unit: fc.constantFrom(...'abcdABCx01-_. /:\\]*\n😀é'), maxLength: 8 });
    const text = fc.oneof(
      near,
      fc.stringMatching(engine).map((found) => found.slice(0, 200)),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(ours.test(value)).toBe(engine.test(value));
      }),
    );
  });

  test.each(['^(?:){5}x$', '[]', 'x|[]', '(?:(?:){4000}){4000}'])(
    'knows that %s may match nothing',
    (pattern) => {
      for (const text of ['', 'x', 'xx']) {
        expect(linearPattern(pattern).test(text)).toBe(new RegExp(pattern, 'u').test(text));
      }
    },
  );

  test.each([
    ['(a', 'is no regular expression'],
    ['(a)\\1', 'uses a back reference or a word boundary'],
    ['\\bword', 'uses a back reference or a word boundary'],
    ['(?=a)', 'uses look-around or a named group'],
    ['(?<!a)b', 'uses look-around or a named group'],
    ['(?<name>a)', 'uses look-around or a named group'],
    ['(?:a{1000}){1000}', 'has more than 4000 states'],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, 'nests too deeply'],
  ])('refuses %s: %s', (pattern, message) => {
    expect(() => linearPattern(pattern)).toThrow(new PatternError(message));
  });

  test.each(['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^(.*)*$', '^(?:(?:(?:a*)*)*)*$'])(
    'takes %s, which makes a backtracking engine run for ever, and decides it in steps that grow with the text',
    (pattern) => {
      const read = linearPattern(pattern);
      const text = `${'a'.repeat(10_000)}\nb`;
      expect(read.states * text.length).toBeLessThan(MAX_WORK);
      expect(read.test(text)).toBe(false);
    },
  );

  test('leaves undecided what would take too many steps', () => {
    expect(linearPattern('^a{3000}$').test('a'.repeat(3_000))).toBeUndefined();
  });

  test('reads any pattern or says why not', () => {
    const text = fc.string({ unit: fc.constantFrom(...'()[]{}|*+?^$\\.abd12,:-=!<>u'), maxLength: 20 });
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (pattern) => {
        try {
          const read = linearPattern(pattern);
          expect(read.test('ab1')).toBe(new RegExp(pattern, 'u').test('ab1'));
        } catch (error) {
          if (!(error instanceof PatternError)) throw error;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
