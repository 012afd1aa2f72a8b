import type { Failure } from './protocol.ts';

/** A failure that a command tells its caller as it is. */
export class CommandError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'CommandError';
    this.failure = failure;
  }
}
