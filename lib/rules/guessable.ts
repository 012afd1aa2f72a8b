import { readBase64url } from '../jwt/base64url.ts';
import { parseJson } from '../jwt/parse-json.ts';
import type { Json } from '../jwt/types.ts';

/** Values that specifications, tutorials and providers' documents print. */
export const SAMPLE_VALUES: ReadonlySet<string> = new Set([
  'xyz',
  'abc',
  'abc123',
  '12345',
  'state',
  'nonce',
  'test',
  'foobar',
  'af0ifjsldkj',
  'n-0S6_WzA2Mj',
  'example_state',
  'random_state',
  'random_state_value',
  'expect_state_value',
  'STATE_VALUE',
  'xcoiv98y2kd22vusuye3kch',
  'xcoVv98y2kd44vuqwye3kcq',
  'w4Am91fLZMKhDMT',
]);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

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

/** Bits below which what is left after words, times and counters is no random value at all. */
const RANDOM_BITS = 80;

/** UTF-16 units that are looked at; more cannot make a value easier to guess. */
const READ = 600;

/**
 * Why a value that must be random can be guessed, as the end of a sentence; undefined when it looks random. A random UUID,
 * with 122 bits, is let pass. Data inside a value is looked into: one random member is enough.
 */
export function guessable(value: string): string | undefined {
  const text = value.slice(0, READ);
  if (/^1\d{9}$|^1\d{12}$|^\d{4}-\d\d-\d\dT/.test(text)) return 'is a time, which can be guessed';
  if (text.length >= 8 && new Set(text).size < 6) return 'repeats a few characters';
  const version = UUID.exec(text)?.[1];
  if (version === '1' || version === '2')
    return `is a UUID of version ${version}, which is made of the time and the machine`;
  if (version !== undefined) return undefined;
  const data = value.length > READ ? undefined : readData(text);
  if (data !== undefined) {
    const secret = leavesOf(data).some((leaf) => randomBits(leaf) >= RANDOM_BITS - 16);
    return secret ? undefined : 'holds data and nothing random, so that anybody can make it';
  }
  const bits = bitsOf(text);
  if (bits < ENOUGH_BITS) return `carries ${bits} bits at most, fewer than ${ENOUGH_BITS}`;
  return randomBits(text) < RANDOM_BITS
    ? 'is made of words, times or counters, which can be guessed'
    : undefined;
}

function bitsOf(text: string): number {
  const size = ALPHABETS.find(([pattern]) => pattern.test(text))?.[1] ?? 94;
  return Math.floor(text.length * Math.log2(size));
}

/** JSON, plain or as base64; undefined for anything else. */
function readData(text: string): Json | undefined {
  const plain = jsonIn(text);
  if (plain !== undefined || !/^(?:ey|W)[\w+/-]+={0,2}$/.test(text)) return plain;
  const { bytes } = readBase64url(text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''));
  return bytes && jsonIn(new TextDecoder().decode(bytes));
}

function jsonIn(text: string): Json | undefined {
  const json = /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
  return typeof json === 'object' && json !== null ? json : undefined;
}

function leavesOf(value: Json | undefined): readonly string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.values(value).flatMap(leavesOf);
}

/** Bits of what is left of a text when words, times and counters are taken out. An estimate that errs upwards. */
function randomBits(text: string): number {
  if (UUID.test(text)) return ENOUGH_BITS;
  const segments = text
    .replace(/\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?/g, ' ')
    .replace(/(?<!\d)1[4-9]\d{8}(?:\d{3})?(?!\d)/g, ' ')
    .split(/[^A-Za-z0-9]+/)
    .filter((segment) => segment !== '');
  const several = segments.length > 1;
  return segments.reduce(
    (sum, segment) => sum + (several && isPlain(segment) ? 6 : bitsOfSegment(segment)),
    0,
  );
}

function bitsOfSegment(segment: string): number {
  if (/(.)\1{5}/.test(segment) || /01234567|12345678|abcdefgh/i.test(segment)) return 6;
  return bitsOf(segment);
}

/** A word, a word with a number after it, or a short number. */
function isPlain(segment: string): boolean {
  return /^(?:[A-Z]?[a-z]{1,12}\d{0,4}|[A-Z]{1,12}|\d{1,6}|0*\d{1,6})$/.test(segment);
}
