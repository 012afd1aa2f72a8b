/** How far an event may lie behind a later one without the clock having been set back, in milliseconds. */
export const LATE_MILLISECONDS = 1_000;

/**
 * Times that keep the order of events when the computer's clock is set back, in milliseconds since the epoch: from then
 * on they run ahead of the clock by as much as it lost, until the clock has caught up.
 */
export function createSteadyClock(): (at: number) => number {
  let latest = 0;
  let ahead = 0;
  return (at) => {
    if (at >= latest) ahead = 0;
    if (at + ahead < latest - LATE_MILLISECONDS) ahead = latest - at;
    const time = at + ahead;
    latest = Math.max(latest, time);
    return time;
  };
}
