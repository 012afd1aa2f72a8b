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

/** Decided on the automaton alone, without a clock, so that every machine gives the same verdict. */
const BY_AUTOMATON = {
  checker: 'automaton',
  timeout: null,
  maxNFASize: 20_000,
} as const;

/** For lookarounds, which the automaton does not know: generated texts, counted in steps and generations. */
const BY_TEXTS = {
  checker: 'fuzz',
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  maxIteration: 5,
  randomSeed: 1,
} as const;

/**
 * The same expression with counts of at most 3. A bounded repetition changes the time by a constant factor only, and a large
 * one makes the automaton too large.
 */
function withSmallCounts(pattern: string): string {
  return pattern.replace(/\{(\d+)(?:,(\d*))?\}/g, (_, from: string, to: string | undefined) => {
    const least = Math.min(Number(from), 2);
    if (to === undefined) return `{${least}}`;
    return to === '' ? `{${least},}` : `{${least},${Math.min(Number(to), 3)}}`;
  });
}

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
      const small = withSmallCounts(pattern);
      const exact = checkSync(small, flags, BY_AUTOMATON).status;
      const status = exact === 'unknown' ? checkSync(small, flags, BY_TEXTS).status : exact;
      return status === 'safe' ? [] : [{ path, pattern, status }];
    });
  }, 300_000);

  it('was found in the source', () => expect(literals.length).toBeGreaterThan(200));

  it('takes time linear in the text, whatever the text', () => expect(slow).toEqual([]));

  it('that is made at run time is known here, with why it is harmless', () => {
    expect([...new Set(made)].toSorted()).toEqual(Object.keys(MADE));
  });
});
