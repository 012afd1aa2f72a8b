import { randomUUID } from 'node:crypto';
import { BoundedMap } from './bounded-map.ts';

/** How far the person at the browser has come. */
export type Stage = 'login' | 'factor' | 'consent';

/** One sign-in at a provider, from its login page to its callback. */
export interface Transaction<Request> {
  readonly id: string;
  readonly request: Request;
  stage: Stage;
  wrongCodes: number;
}

/** The sign-ins of one provider. */
export class Transactions<Request> {
  readonly #open = new BoundedMap<Transaction<Request>>();

  begin(request: Request): Transaction<Request> {
    const transaction: Transaction<Request> = { id: randomUUID(), request, stage: 'login', wrongCodes: 0 };
    this.#open.set(transaction.id, transaction);
    return transaction;
  }

  /** Back to the login page: a cached redirect or a reload leads there again. */
  restart(id: string): Transaction<Request> | undefined {
    const transaction = this.#open.get(id);
    if (transaction === undefined) return undefined;
    transaction.stage = 'login';
    transaction.wrongCodes = 0;
    return transaction;
  }

  /** The transaction, if it stands at this stage: nobody skips a page by posting to the next one. */
  at(stage: Stage, id: string | null): Transaction<Request> | undefined {
    const transaction = this.#open.get(id ?? '');
    return transaction?.stage === stage ? transaction : undefined;
  }
}
