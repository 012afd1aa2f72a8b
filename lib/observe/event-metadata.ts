/** Base of an observation: its key, which is never given twice, and its time in milliseconds since the epoch. */
export interface EventMetadata {
  readonly id: string;
  readonly at: number;
}

/**
 * A stamp for an event by itself: keys sort by the event's time, and those of one time by the order in which they were
 * made.
 * @param at milliseconds since the epoch; the present when the event has no time
 */
export function metadataAt(at?: number): EventMetadata {
  const made = performance.timeOrigin + performance.now();
  const time = isMoment(at) ? at : made;
  return { at: time, id: `${key(time)}-${key(made)}` };
}

/** True for milliseconds since the epoch that a date can hold. */
export function isMoment(at: unknown): at is number {
  return typeof at === 'number' && at >= 0 && at <= LAST_MOMENT;
}

/** ECMA-262, time values. */
const LAST_MOMENT = 8.64e15;

function key(milliseconds: number): string {
  return milliseconds.toFixed(5).padStart(20, '0');
}
