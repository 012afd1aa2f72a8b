import { randomUUID } from 'node:crypto';
import type { FinapiUser } from './users.ts';

/** How often a process token can be exchanged when nobody invalidates it. */
export const MAX_EXCHANGES = 10;

/** How long a process token lives: days, which differ from mandator to mandator. */
export const PROCESS_LIFETIME_MS = 3 * 24 * 60 * 60 * 1000;

interface Process {
  readonly user: FinapiUser;
  readonly expires: number;
  exchanges: number;
}

/** The processes of one running sandbox, by token. */
export class Processes {
  readonly #processes = new Map<string, Process>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Starts a process for a user that the Process Controller made; the token stands for it. */
  start(user: FinapiUser): string {
    const token = randomUUID();
    this.#processes.set(token, { user, expires: this.#now() + PROCESS_LIFETIME_MS, exchanges: 0 });
    return token;
  }

  /** The user of a process; undefined when the token is unknown, expired, used up or invalidated. */
  exchange(token: string, isLast: boolean): FinapiUser | undefined {
    const process = this.#processes.get(token);
    if (process === undefined || process.expires <= this.#now()) return undefined;
    process.exchanges += 1;
    if (isLast || process.exchanges >= MAX_EXCHANGES) this.#processes.delete(token);
    return process.user;
  }
}
