import { MILLISECONDS_FROM } from './check-claims.ts';
import type { JsonObject } from './types.ts';

/** Claims that are a NumericDate: seconds since the epoch (RFC 7519 section 2, OpenID Connect Core section 2). */
export const TIME_CLAIMS = ['exp', 'nbf', 'iat', 'auth_time', 'updated_at'] as const;

/** What a time claim means for the token now. */
export type Validity =
  | 'valid'
  | 'expired'
  | 'not-yet-valid'
  | 'in-the-future'
  | 'milliseconds'
  | 'not-a-number';

/** One time claim, readable. */
export interface ClaimTime {
  readonly claim: string;
  readonly value: unknown;
  readonly validity: Validity;
  /** ISO 8601 in UTC; absent when the value is no time. Read as milliseconds when it can only be that. */
  readonly iso?: string;
  /** Such as `in 5 minutes` or `2 days ago`. */
  readonly relative?: string;
  /** What is wrong with the value, and how to fix it. */
  readonly note?: string;
}

/** Every time claim of a payload against a present in milliseconds since the epoch. */
export function claimTimes(payload: JsonObject, now: number): readonly ClaimTime[] {
  return TIME_CLAIMS.filter((claim) => payload[claim] !== undefined).map((claim) =>
    readTime(claim, payload[claim], now),
  );
}

function readTime(claim: string, value: unknown, now: number): ClaimTime {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    const note = `${claim} is a number of seconds since 1970, not ${Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`}.`;
    return { claim, value, validity: 'not-a-number', note };
  }
  const inMilliseconds = Math.abs(value) >= MILLISECONDS_FROM;
  const time = inMilliseconds ? value : value * 1000;
  const iso = isoOf(time);
  const readable = iso === undefined ? {} : { iso, relative: relativeTime(time, now) };
  if (inMilliseconds) {
    const note = `${claim} is in milliseconds; divide it by 1000 (RFC 7519 section 2).`;
    return { claim, value, validity: 'milliseconds', ...readable, note };
  }
  return { claim, value, validity: validityOf(claim, time, now), ...readable };
}

/** What lies ahead of each claim's time, and what is behind it. */
const VALIDITIES: Readonly<Record<string, readonly [before: Validity, after: Validity]>> = {
  exp: ['valid', 'expired'],
  nbf: ['not-yet-valid', 'valid'],
};

function validityOf(claim: string, time: number, now: number): Validity {
  const [before, after] = VALIDITIES[claim] ?? ['in-the-future', 'valid'];
  return now < time ? before : after;
}

/** ISO 8601 without a fraction that is zero, or undefined beyond what a date can hold. */
export function isoOf(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000Z', 'Z');
}

const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How far a time lies from now, both in milliseconds since the epoch, in the largest unit that fits. */
export function relativeTime(time: number, now: number): string {
  const seconds = Math.floor(Math.abs(time - now) / 1000);
  const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? UNITS[5];
  const count = Math.floor(seconds / size);
  if (count === 0) return 'now';
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return time > now ? `in ${words}` : `${words} ago`;
}
