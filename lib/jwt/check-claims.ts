import type { JsonObject } from './types.ts';
import type { ClaimCheck, VerifyOptions } from './verify-types.ts';

/** Seconds from which on a NumericDate can only be meant in milliseconds: the year 5138. */
export const MILLISECONDS_FROM = 1e11;

/**
 * Checks the claims of a JWT against the clock and what is expected (RFC 7519 section 4.1, OpenID Connect Core section
 * 3.1.3.7). Only claims that are there or are expected give a check.
 */
export function checkClaims(payload: JsonObject, options: VerifyOptions): readonly ClaimCheck[] {
  const now = Math.floor((options.now ?? Date.now()) / 1000);
  const tolerance = options.clockTolerance ?? 0;
  return [
    ...time(payload, 'exp', (exp) => exp + tolerance > now, now, 'has passed', 'lies ahead'),
    ...time(payload, 'nbf', (nbf) => nbf - tolerance <= now, now, 'lies ahead', 'has passed'),
    ...time(payload, 'iat', (iat) => iat - tolerance <= now, now, 'lies ahead', 'has passed'),
    ...same(payload, 'iss', options.issuer),
    ...audience(payload, options.audience),
    ...same(payload, 'nonce', options.nonce),
  ];
}

function time(
  payload: JsonObject,
  claim: 'exp' | 'nbf' | 'iat',
  holds: (seconds: number) => boolean,
  now: number,
  bad: string,
  good: string,
): readonly ClaimCheck[] {
  const value = payload[claim];
  if (value === undefined) return [];
  if (typeof value !== 'number') {
    return [{ claim, ok: false, message: `${claim} is no number of seconds (RFC 7519 section 2).` }];
  }
  if (value >= MILLISECONDS_FROM) {
    return [
      { claim, ok: false, message: `${claim} is in milliseconds; it counts seconds (RFC 7519 section 2).` },
    ];
  }
  const ok = holds(value);
  return [{ claim, ok, message: `${claim} ${ok ? good : bad}, by ${Math.abs(Math.floor(value) - now)} s.` }];
}

function same(
  payload: JsonObject,
  claim: 'iss' | 'nonce',
  expected: string | undefined,
): readonly ClaimCheck[] {
  if (expected === undefined) return [];
  const value = payload[claim];
  if (value === expected) return [{ claim, ok: true, message: `${claim} is “${expected}”.` }];
  const found = value === undefined ? 'absent' : JSON.stringify(value)?.slice(0, 200);
  return [{ claim, ok: false, message: `${claim} is ${found}; “${expected}” was expected.` }];
}

function audience(payload: JsonObject, expected: VerifyOptions['audience']): readonly ClaimCheck[] {
  if (expected === undefined) return [];
  const wanted: readonly string[] = typeof expected === 'string' ? [expected] : expected;
  const { aud } = payload;
  const found = (Array.isArray(aud) ? aud : [aud]).filter((entry) => typeof entry === 'string');
  const ok = found.some((entry) => wanted.includes(entry));
  const list = found.length === 0 ? 'absent' : found.join(', ').slice(0, 200);
  const message = ok ? `aud names ${list}.` : `aud is ${list}; ${wanted.join(' or ')} was expected.`;
  return [{ claim: 'aud', ok, message }];
}
