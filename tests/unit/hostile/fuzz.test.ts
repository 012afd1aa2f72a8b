import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_TEXTS } from '../../hostile/collections.ts';
import { ENTRANCES } from '../../hostile/entrances.ts';
import { jwtAttacks } from '../../hostile/jwt-attacks.ts';

/** Texts tried at each entrance: a fixed budget, which FUZZ_RUNS widens for a hunt. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 400);

const CORPUS = [...ALL_TEXTS, ...jwtAttacks().attacks.map(({ token }) => token)].filter(
  ({ length }) => length <= 4_000,
);
const SEGMENT_LABELS = [
  '&',
  '=',
  '#',
  '?',
  '%',
  '.',
  '"',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '\\',
  '\0',
  '\ud800',
  'eyJ',
  '__proto__',
  '%00',
  '-----BEGIN ',
  '\r\n',
  'null',
  '1e999',
];

/** Pieces of the collections, cut, joined, repeated and broken at random. */
const mutated = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...CORPUS), fc.nat(200), fc.nat(200))
        .map(([text, from, length]) => text.slice(from, from + length)),
      fc.constantFrom(...CORPUS),
      fc.constantFrom(...SEGMENT_LABELS),
      fc
        .tuple(fc.constantFrom(...SEGMENT_LABELS), fc.integer({ min: 1, max: 200 }))
        .map(([segment, times]) => segment.repeat(times)),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.json({ maxDepth: 4 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

describe.each(ENTRANCES)('the entrance “$name”', ({ feed }) => {
  it('takes whatever is made of the collections without an exception', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        feed(text);
      }),
      { numRuns: RUNS },
    );
    expect({}).not.toHaveProperty('polluted');
  });
});
