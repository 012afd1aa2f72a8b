import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteForShell } from '../../../lib/oauth/shell-quote.ts';

const shellSees = (word: string): string =>
  execFileSync('/bin/sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' });

describe('quoteForShell', () => {
  it('gives a shell any text as one word', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({
        unit: fc.constantFrom("'", '"', '\\', '$', '`', '\n', ';', '!', '*', ' ', 'a'),
        maxLength: 30,
      }),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const word = text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '');
        expect(shellSees(quoteForShell(word))).toBe(word);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out what no word can hold', () => {
    expect(quoteForShell('a\0b')).toBe("'ab'");
  });
});
