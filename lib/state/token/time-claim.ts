import { t } from '../../i18n/t.ts';
import type { Json } from '../../jwt/types.ts';
import { formatExact, formatRelative } from '../shared/format.ts';

const TIME_CLAIMS: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat', 'auth_time', 'updated_at']);

/** Larger numbers of seconds are beyond the year 5000, and most likely milliseconds. */
const LIKELY_MILLISECONDS = 100_000_000_000;

/** The instant a time claim names, exact and relative (RFC 7519 section 2: NumericDate counts seconds). */
export function timeClaim(name: string, value: Json | undefined, now: number): string | undefined {
  if (!TIME_CLAIMS.has(name)) return undefined;
  if (typeof value !== 'number') return t('tokenTimeNotSeconds');
  if (value > LIKELY_MILLISECONDS) return t('tokenTimeLikeMilliseconds', formatExact(value));
  return `${formatExact(value * 1_000)}, ${formatRelative(value * 1_000, now)}`;
}
