const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Characters that stand between the parts of a date. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a tab is one of them
const DELIMITERS = /[\x09\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/;

interface Parts {
  time?: readonly [number, number, number];
  day?: number;
  month?: number;
  year?: number;
}

/**
 * The date of an `Expires` attribute, in any order and punctuation that browsers take (RFC 6265bis section 5.1.1), as
 * milliseconds since the epoch; undefined when it is none.
 */
export function parseCookieDate(text: string): number | undefined {
  const parts: Parts = {};
  for (const token of text.split(DELIMITERS)) take(parts, token);
  const { time, day, month, year } = parts;
  if (!time || day === undefined || month === undefined || year === undefined) return undefined;
  const [hour, minute, second] = time;
  const sane = day >= 1 && day <= 31 && year >= 1601 && hour <= 23 && minute <= 59 && second <= 59;
  if (!sane) return undefined;
  const date = new Date(Date.UTC(2000, month, day, hour, minute, second));
  date.setUTCFullYear(year, month, day);
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date.getTime() : undefined;
}

function take(parts: Parts, token: string): void {
  const time = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/.exec(token);
  if (!parts.time && time) {
    parts.time = [Number(time[1]), Number(time[2]), Number(time[3])];
    return;
  }
  const day = /^(\d{1,2})(?:\D|$)/.exec(token);
  if (parts.day === undefined && day) {
    parts.day = Number(day[1]);
    return;
  }
  const month = MONTHS.indexOf(token.slice(0, 3).toLowerCase());
  if (parts.month === undefined && month >= 0) {
    parts.month = month;
    return;
  }
  const year = /^(\d{2,4})(?:\D|$)/.exec(token);
  if (parts.year === undefined && year) parts.year = fullYear(Number(year[1]));
}

function fullYear(year: number): number {
  if (year >= 70 && year <= 99) return year + 1900;
  return year <= 69 ? year + 2000 : year;
}
