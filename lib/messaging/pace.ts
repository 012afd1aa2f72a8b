/** When to run, in a burst of requests. */
export interface Pace {
  /** Asks for a run within so many milliseconds of the last one: at once when that is longer ago. */
  within(interval: number): void;
}

/**
 * Runs something for many requests at once: after the current task where the last run is long enough ago, else when it is.
 * @param now milliseconds of a clock that never goes back
 */
export function createPace(run: () => void, now: () => number = () => performance.now()): Pace {
  let last = Number.NEGATIVE_INFINITY;
  let due: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = (): void => {
    clearTimeout(timer);
    due = undefined;
    last = now();
    run();
  };
  return {
    within(interval) {
      const at = Math.max(last + interval, now());
      if (due !== undefined && due <= at) return;
      clearTimeout(timer);
      due = at;
      if (at > now()) timer = setTimeout(start, at - now());
      else queueMicrotask(start);
    },
  };
}
