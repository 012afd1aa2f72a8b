import { setTimeout as wait } from 'node:timers/promises';

const STEP_MS = 25;

/** Asks until an answer is truthy, and gives it. `what` says in the error what was waited for. */
export async function poll<T>(
  ask: () => Promise<T>,
  what: string,
  timeout = 10_000,
): Promise<Exclude<T, null | undefined | false>> {
  const end = Date.now() + timeout;
  let last: unknown = 'nothing';
  do {
    try {
      const answer = await ask();
      if (answer) return answer as Exclude<T, null | undefined | false>;
      last = answer;
    } catch (error) {
      last = error;
    }
    await wait(STEP_MS);
  } while (Date.now() < end);
  throw new Error(`${what} did not happen within ${timeout} ms; last seen: ${String(last)}`);
}
