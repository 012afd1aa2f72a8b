import { type MessageName, t } from '../../i18n/t.ts';
import type { Json } from '../../jwt/types.ts';
import { formatDuration, formatExact } from '../shared/format.ts';

/** An instant in the three forms in which a reader compares it. */
export interface ShownTime {
  /** On the reader's own clock. */
  readonly local: string;
  readonly utc: string;
  /** Such as `expires in 4 min 12 s`. */
  readonly relative: string;
  readonly passed: boolean;
}

interface Words {
  readonly ahead: MessageName;
  readonly passed: MessageName;
}

/** Claims that are seconds since the epoch, with how the time before and after is told. */
const TIMES: Readonly<Record<string, Words>> = {
  exp: { ahead: 'tokenTimeExpAhead', passed: 'tokenTimeExpPassed' },
  nbf: { ahead: 'tokenTimeNbfAhead', passed: 'tokenTimeNbfPassed' },
  iat: { ahead: 'tokenTimeIatAhead', passed: 'tokenTimeIatPassed' },
  auth_time: { ahead: 'tokenTimeAuthAhead', passed: 'tokenTimeAuthPassed' },
  updated_at: { ahead: 'tokenTimeUpdatedAhead', passed: 'tokenTimeUpdatedPassed' },
};

/** Numbers from here on can only be milliseconds: the year 5138. */
const MILLISECONDS_FROM = 1e11;

const SECOND = 1_000;

/** Spells an instant out, or says why a time claim is none; undefined for other claims (RFC 7519 section 2). */
export function shownTime(
  name: string,
  value: Json | undefined,
  now: number,
  local: (at: number) => string = formatLocal,
): ShownTime | string | undefined {
  const submitted = Object.hasOwn(TIMES, name) ? TIMES[name] : undefined;
  if (!submitted) return undefined;
  if (typeof value !== 'number') return t('tokenTimeNoNumber');
  if (value >= MILLISECONDS_FROM) {
    return t('tokenTimeMilliseconds', formatExact(value), Math.floor(value / SECOND));
  }
  const at = value * SECOND;
  const length = formatAway(Math.floor(Math.abs(at - now) / SECOND) * SECOND);
  const passed = at <= now;
  const utc = formatExact(at).replace('.000Z', 'Z');
  return { local: local(at), utc, relative: t(passed ? submitted.passed : submitted.ahead, length), passed };
}

/** Whole seconds below a minute, so that it counts evenly. */
function formatAway(length: number): string {
  return length < 60 * SECOND ? t('formatSeconds', length / SECOND) : formatDuration(length);
}

function formatLocal(at: number): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return String(at);
  return time.toLocaleString(t('locale'), { dateStyle: 'medium', timeStyle: 'long', hourCycle: 'h23' });
}
