/** Milliseconds after which a storage that has not answered counts as failing. */
export const PATIENCE = 5_000;

/** Asks a storage and gives what it answers; rejects when that takes too long. */
export type StorageTimeout = <T>(ask: () => Promise<T>) => Promise<T>;

/**
 * Limits how long a storage is waited for: a database that another page blocks neither opens nor fails. While an answer is
 * overdue, whatever else is asked fails at once; the late answer ends that, and what it did counts.
 * @param limit milliseconds
 */
export function createStorageTimeout(limit = PATIENCE): StorageTimeout {
  let overdue = 0;
  return (ask) =>
    new Promise((resolve, reject) => {
      if (overdue > 0) {
        reject(noAnswer());
        return;
      }
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        overdue += 1;
        reject(noAnswer());
      }, limit);
      const answered = (): void => {
        clearTimeout(timer);
        if (late) overdue -= 1;
      };
      ask().then(resolve, reject).then(answered, answered);
    });
}

function noAnswer(): Error {
  return new Error('it does not answer; another page or window may hold it');
}
