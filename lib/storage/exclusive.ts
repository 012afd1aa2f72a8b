/** Runs one action at a time. */
export type Exclusive = <T>(run: () => Promise<T>) => Promise<T>;

/** One at a time over every page and the background (Web Locks API). @param name of the lock */
export function exclusiveEverywhere(name: string): Exclusive {
  return async (run) => navigator.locks.request(name, run);
}

/** One at a time in this context. */
export function exclusiveHere(): Exclusive {
  let turn: Promise<unknown> = Promise.resolve();
  return (run) => {
    const mine = turn.then(run);
    turn = mine.catch(() => undefined);
    return mine;
  };
}
