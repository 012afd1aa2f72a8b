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
    ...time(payload, 'exp', (exp) => exp + tolerance > now, now),
    ...time(payload, 'nbf', (nbf) => nbf - tolerance <= now, now),
    ...time(payload, 'iat', (iat) => iat - tolerance <= now, now),
    ...same(payload, 'iss', options.issuer),
    ...audience(payload, options.audience),
    ...same(payload, 'nonce', options.nonce),
  ];
}

type TimeClaim = 'exp' | 'nbf' | 'iat';

/** How a time is worded that is ahead, and one that has passed. */
const WORDS: Readonly<
  Record<TimeClaim, readonly [ahead: (span: string) => string, (span: string) => string]>
> = {
  exp: [(span) => `Expires in ${span}`, (span) => `Expired ${span} ago`],
  nbf: [(span) => `Not valid before ${span} from now`, (span) => `Valid since ${span} ago`],
  iat: [(span) => `Issued ${span} in the future`, (span) => `Issued ${span} ago`],
};

function time(
  payload: JsonObject,
  claim: TimeClaim,
  holds: (seconds: number) => boolean,
  now: number,
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
  const away = Math.floor(value) - now;
  const [ahead, passed] = WORDS[claim];
  const message = `${(away > 0 ? ahead : passed)(spanOf(Math.abs(away)))} (${claim}).`;
  return [{ claim, ok: holds(value), message }];
}

/** A number of seconds in one unit that a person reads: seconds up to two minutes, minutes up to two hours, and so on. */
function spanOf(seconds: number): string {
  const units = [
    [2 * 86_400, 86_400, 'd'],
    [2 * 3_600, 3_600, 'h'],
    [120, 60, 'min'],
  ] as const;
  const unit = units.find(([from]) => seconds >= from);
  return unit ? `${Math.floor(seconds / unit[1])} ${unit[2]}` : `${seconds} s`;
}

function same(
  payload: JsonObject,
  claim: 'iss' | 'nonce',
  expected: string | undefined,
): readonly ClaimCheck[] {
  if (expected === undefined) return [];
  const value = payload[claim];
  if (value === expected) return [{ claim, ok: true, message: `${claim} matches “${expected}”.` }];
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
  const message = ok ? `aud matches ${list}.` : `aud is ${list}; ${wanted.join(' or ')} was expected.`;
  return [{ claim: 'aud', ok, message }];
}
