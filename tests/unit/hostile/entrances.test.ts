import { beforeAll, describe, expect, it } from 'vitest';
import { ALL_TEXTS, COLLECTIONS } from '../../hostile/collections.ts';
import { ENTRANCES } from '../../hostile/entrances.ts';
import { flowWith } from '../../hostile/flow-entrances.ts';
import { jwtAttacks } from '../../hostile/jwt-attacks.ts';
import { valuesOf } from '../support/observations.ts';

/** What every object inherits; nothing may be added to it. */
const inherited = (): readonly string[] =>
  [Object.prototype, Array.prototype, Function.prototype, String.prototype].flatMap((prototype) =>
    Reflect.ownKeys(prototype).map(String),
  );

const BEFORE = inherited();

/** Longest JSON texts of the suite would make a flow of some megabytes; an address is not as long. */
const LONGEST_PARAMETER = 20_000;

/** A flow is made of each text and evaluated, which takes a while: each third text, and all of them in a hunt. */
const EACH_OF_A_FLOW = process.env.FUZZ_RUNS === undefined ? 3 : 1;

describe.each(ENTRANCES)('the entrance “$name”', ({ name, feed }) => {
  it.each([
    ...Object.entries(COLLECTIONS),
    ['attacks on JWT', jwtAttacks().attacks.map(({ token }) => token)] as const,
  ])(
    'takes %s without an exception and pollutes nothing',
    (_, texts) => {
      const isFlow = /flow|export/.test(name);
      const faults = texts
        .filter(
          (text, index) => !isFlow || (text.length <= LONGEST_PARAMETER && index % EACH_OF_A_FLOW === 0),
        )
        .flatMap((text) => {
          try {
            feed(text);
            return [];
          } catch (error) {
            return [{ text: text.slice(0, 80), error: String(error) }];
          }
        });
      expect(faults).toEqual([]);
      expect(inherited()).toEqual(BEFORE);
      expect({}).not.toHaveProperty('polluted');
    },
    60_000,
  );
});

describe('a callback with a hostile parameter', () => {
  let lost: readonly string[] = [];
  beforeAll(() => {
    lost = ALL_TEXTS.filter((text) => text !== '' && text.length <= LONGEST_PARAMETER).filter(
      (text) => valuesOf(flowWith(text)).code !== text.toWellFormed(),
    );
  });
  it('keeps every code verbatim', () => expect(lost).toEqual([]));
});
