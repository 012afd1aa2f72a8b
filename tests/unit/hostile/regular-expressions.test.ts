import { beforeAll, describe, expect, it } from 'vitest';
import { expressionsIn } from '../../hostile/regular-expressions.ts';

const { literals, made } = expressionsIn(['lib', 'components', 'entrypoints']);

/** Without one of these an expression reads a bounded number of characters from any place. */
const UNBOUNDED = /[*+]|\{\d+,/;

const worthChecking = [
  ...new Map(
    literals
      .filter(({ pattern }) => UNBOUNDED.test(pattern))
      .map((one) => [`${one.pattern}/${one.flags}`, one]),
  ).values(),
];

/** The checker's own measure of effort instead of a clock, so that a slow machine gives the same verdict. */
const EFFORT = {
  timeout: 60_000,
  maxNFASize: 2_000,
  attackTimeout: 500,
  incubationTimeout: 500,
  maxIteration: 5,
  randomSeed: 1,
} as const;

/** Expressions made at run time, and why none of them can be slow. */
const MADE: Readonly<Record<string, string>> = {
  'lib/capture/hold/hold-rules.ts': 'parts of its own patterns, without repetition',
  'lib/export/redaction/placeholders.ts':
    'fixed words between anchors, of which no two repeat the same character',
  'lib/flow/filter.ts': 'its own literal again, since one that is asked where it stopped keeps that',
  'lib/jwt/json-fault.ts': 'its own literal again, since one that is asked where it stopped keeps that',
  'lib/oauth/traffic-names.ts': 'escaped names of parameters, without repetition',
  'lib/providers/linear-pattern.ts': 'of a profile: accepted only after it was shown to be linear',
  'lib/state/flows/webhook-inbox.ts': 'a UUID, whose length is fixed',
};

describe('every regular expression', () => {
  let slow: readonly { path: string; pattern: string; status: string }[] = [];

  beforeAll(async () => {
    // The checker would start a helper program otherwise.
    process.env.RECHECK_BACKEND = 'pure';
    const { checkSync } = await import('recheck');
    slow = worthChecking.flatMap(({ path, pattern, flags }) => {
      const { status } = checkSync(pattern, flags, EFFORT);
      return status === 'safe' ? [] : [{ path, pattern, status }];
    });
  }, 300_000);

  it('was found in the source', () => expect(literals.length).toBeGreaterThan(200));

  it('takes time linear in the text, whatever the text', () => expect(slow).toEqual([]));

  it('that is made at run time is known here, with why it is harmless', () => {
    expect([...new Set(made)].toSorted()).toEqual(Object.keys(MADE));
  });
});
