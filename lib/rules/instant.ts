import { MILLISECONDS_FROM } from '../jwt/check-claims.ts';

const UNITS = [
  ['year', 31_557_600],
  ['day', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

/** A length of time in the largest unit of which it has two, else the next smaller: `90 s`, `4 min`, `2 days`. */
export function spanOf(seconds: number): string {
  const length = Math.round(Math.abs(seconds));
  const [unit, size] = UNITS.find(([, one]) => length >= 2 * one || length === one) ?? UNITS[4];
  const count = Math.floor(length / size);
  const plural = count !== 1 && (unit === 'day' || unit === 'year') ? 's' : '';
  return `${count.toLocaleString('en')} ${unit}${plural}`;
}

/**
 * An instant as a clock shows it in a time zone (IANA name; the machine's own when absent): `11:02:41`, with its date when
 * that is not the day of `near`. All in milliseconds since the epoch.
 */
export function clockOf(time: number, near: number, timeZone?: string): string {
  if (Math.abs(time) > 8.64e15) return 'a time that no calendar has';
  const options = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  } as const;
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv', {
    ...options,
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  const [date, clock] = format.format(time).split(' ');
  const [today] = format.format(near).split(' ');
  return date === today ? (clock ?? '') : `${date} ${clock}`;
}

/** A claim that counts seconds, as a clock shows it (see {@link clockOf}). */
export function clockOfClaim(seconds: number, near: number, timeZone?: string): string {
  return clockOf(seconds * 1_000, near, timeZone);
}

/** A claim that is a number of seconds; what is meant in milliseconds or is no number has a rule of its own. */
export function secondsOf(claim: unknown): number | undefined {
  return typeof claim === 'number' && Math.abs(claim) < MILLISECONDS_FROM ? claim : undefined;
}
