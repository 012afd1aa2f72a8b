import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedWords, MAX_MARKED } from '../../../lib/flow/changed-words.ts';
import { pairInOrder } from '../../../lib/flow/pair-in-order.ts';

const marked = (left: string, right: string): readonly string[] =>
  changedWords(left, right).map((runs) =>
    runs.map(({ text, changed }) => (changed ? `[${text}]` : text)).join(''),
  );

describe('changed words', () => {
  test.each([
    ['openid email', 'openid profile', 'openid [email]', 'openid [profile]'],
    [
      'https://a.example/cb?x=1',
      'https://b.example/cb?x=1',
      'https://[a].example/cb?x=1',
      'https://[b].example/cb?x=1',
    ],
    ['same', 'same', 'same', 'same'],
    ['', 'new', '', '[new]'],
    ['GET a/callback 200', 'GET a/callback 400', 'GET a/callback [200]', 'GET a/callback [400]'],
  ])('of %j and %j are marked', (left, right, one, other) => {
    expect(marked(left, right)).toEqual([one, other]);
  });

  test('a text that is too long is marked whole', () => {
    const long = 'a '.repeat(MAX_MARKED);
    expect(changedWords(long, 'a')).toEqual([
      [{ text: long, changed: true }],
      [{ text: 'a', changed: true }],
    ]);
  });

  test('the runs are the text again, and what is not marked is the same on both sides', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        const [one, other] = changedWords(left, right);
        expect(one.map(({ text }) => text).join('')).toBe(left);
        expect(other.map(({ text }) => text).join('')).toBe(right);
        const same = (runs: typeof one): string =>
          runs
            .filter(({ changed }) => !changed)
            .map(({ text }) => text)
            .join('');
        expect(same(one)).toBe(same(other));
      }),
    );
  });
});

describe('pairs in order', () => {
  test('an entry that only one list has stands alone, and the others stay paired', () => {
    expect(pairInOrder(['authorize', 'login', 'callback'], ['authorize', 'callback'])).toEqual([
      [0, 0],
      [1, undefined],
      [2, 1],
    ]);
  });

  test('every place comes once and in order, and pairs are equal', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (left, right) => {
        const pairs = pairInOrder(left, right);
        expect(pairs.flatMap(([at]) => (at === undefined ? [] : [at]))).toEqual([...left.keys()]);
        expect(pairs.flatMap(([, at]) => (at === undefined ? [] : [at]))).toEqual([...right.keys()]);
        for (const [at, beside] of pairs)
          if (at !== undefined && beside !== undefined) expect(left[at]).toBe(right[beside]);
      }),
    );
  });
});
