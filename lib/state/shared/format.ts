import { t } from '../../i18n/t.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A number as the reader's language writes it: `2,953` in English. */
export function formatNumber(value: number): string {
  return value.toLocaleString(t('locale'));
}

/** A number of a few decimals, as the reader's language writes it: `1.8` in English. */
export function formatDecimal(value: number, decimals: number): string {
  const [whole = '', fraction] = value.toFixed(decimals).split('.');
  return fraction === undefined ? whole : t('formatDecimal', whole, fraction);
}

/** `3 ms`, `1.8 s`, `2 min 05 s`, `23 h 59 min`, `3 d 4 h`: two units at most. */
export function formatDuration(milliseconds: number): string {
  const length = Math.max(0, Math.round(milliseconds));
  if (length < SECOND) return t('formatMilliseconds', length);
  if (length < MINUTE) return t('formatSeconds', formatDecimal(Math.floor(length / 100) / 10, 1));
  const days = Math.floor(length / DAY);
  const hours = Math.floor((length % DAY) / HOUR);
  const minutes = Math.floor((length % HOUR) / MINUTE);
  const seconds = Math.floor((length % MINUTE) / SECOND);
  if (length < HOUR) return t('formatMinutesSeconds', minutes, two(seconds));
  if (length < DAY) return t('formatHoursMinutes', hours, two(minutes));
  return t('formatDaysHours', days, hours);
}

/** `hh:mm:ss` on the reader's own clock. */
export function formatClock(at: number): string {
  const time = new Date(at);
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
}

/** The instant to the millisecond, in UTC (RFC 3339). What no date can hold is shown as the number. */
export function formatExact(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? String(at) : time.toISOString();
}

/** `a moment ago`, `5 min ago`, `in 2 h`. */
export function formatRelative(at: number, now: number): string {
  const away = Math.abs(now - at);
  if (away < 10 * SECOND) return t(at > now ? 'formatSoon' : 'formatJustNow');
  const length = coarse(away);
  return t(at > now ? 'formatIn' : 'formatAgo', length);
}

function coarse(length: number): string {
  if (length < MINUTE) return t('formatSeconds', Math.floor(length / SECOND));
  if (length < HOUR) return t('formatMinutes', Math.floor(length / MINUTE));
  if (length < DAY) return t('formatHours', Math.floor(length / HOUR));
  return t('formatDays', Math.floor(length / DAY));
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
