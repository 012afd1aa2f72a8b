/** States that specifications, tutorials and providers' documents print. */
export const SAMPLE_STATES: ReadonlySet<string> = new Set([
  'xyz',
  'abc',
  'state',
  'test',
  'af0ifjsldkj',
  'example_state',
  'random_state',
  'random_state_value',
  'expect_state_value',
  'STATE_VALUE',
  'xcoiv98y2kd22vusuye3kch',
  'w4Am91fLZMKhDMT',
]);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Alphabets that random values are written in, smallest first. */
const ALPHABETS: readonly (readonly [pattern: RegExp, size: number])[] = [
  [/^\d+$/, 10],
  [/^[0-9a-f]+$/i, 16],
  [/^[0-9a-z]+$/, 36],
  [/^[0-9A-Z]+$/, 36],
  [/^[\w-]+$/, 64],
];

/** Bits below which a value that nobody may guess is too small (RFC 6749 section 10.10). */
const ENOUGH_BITS = 128;

/**
 * Why a value that must be random can be guessed, as the end of a sentence; undefined when it looks random. A UUID, with
 * 122 random bits, is let pass.
 */
export function guessable(value: string): string | undefined {
  if (UUID.test(value)) return undefined;
  if (/^1\d{9}$|^1\d{12}$|^\d{4}-\d\d-\d\dT/.test(value)) return 'is a time, which can be guessed';
  if (value.length >= 8 && new Set(value.slice(0, 200)).size < 6) return 'repeats a few characters';
  const size = ALPHABETS.find(([pattern]) => pattern.test(value))?.[1] ?? 94;
  const bits = Math.floor(value.length * Math.log2(size));
  return bits < ENOUGH_BITS ? `carries ${bits} bits at most, fewer than ${ENOUGH_BITS}` : undefined;
}
