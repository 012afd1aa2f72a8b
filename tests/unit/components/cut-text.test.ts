import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunkText, cutText } from '../../../components/ui/cut-text.ts';

const text = fc.string({ unit: 'binary', maxLength: 60 });

test('cutText never ends inside a character', () => {
  expect(cutText('a😀b', 2)).toBe('a');
  expect(cutText('a😀b', 3)).toBe('a😀');
  expect(cutText('abc', 10)).toBe('abc');
});

test('chunkText loses nothing and leaves characters whole', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 9 }), (whole, length) => {
      const chunks = chunkText(whole, length);
      expect(chunks.join('')).toBe(whole);
      expect(chunks.every((chunk) => chunk.length <= length)).toBe(true);
    }),
  );
});
