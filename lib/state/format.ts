const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `3 ms`, `1.8 s`, `2 m 05 s`, `23 h 59 m`, `3 d 4 h`: two units at most. */
export function formatDuration(milliseconds: number): string {
  const length = Math.max(0, Math.round(milliseconds));
  if (length < SECOND) return `${length} ms`;
  if (length < MINUTE) return `${(Math.floor(length / 100) / 10).toFixed(1)} s`;
  if (length < HOUR)
    return `${Math.floor(length / MINUTE)} m ${two(Math.floor((length % MINUTE) / SECOND))} s`;
  if (length < DAY) return `${Math.floor(length / HOUR)} h ${two(Math.floor((length % HOUR) / MINUTE))} m`;
  return `${Math.floor(length / DAY)} d ${Math.floor((length % DAY) / HOUR)} h`;
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

/** `a moment ago`, `5 m ago`, `in 2 h`. */
export function formatRelative(at: number, now: number): string {
  const away = Math.abs(now - at);
  if (away < 10 * SECOND) return at > now ? 'in a moment' : 'a moment ago';
  const length = coarse(away);
  return at > now ? `in ${length}` : `${length} ago`;
}

function coarse(length: number): string {
  if (length < MINUTE) return `${Math.floor(length / SECOND)} s`;
  if (length < HOUR) return `${Math.floor(length / MINUTE)} m`;
  if (length < DAY) return `${Math.floor(length / HOUR)} h`;
  return `${Math.floor(length / DAY)} d`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
