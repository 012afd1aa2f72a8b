import { CodedError } from '../jwt/coded-error.ts';
import type { Failure } from './protocol.ts';

/** A failure that a command tells its caller as it is. */
export class CommandError extends CodedError {
  override readonly name = 'CommandError';

  constructor({ code, message, remedy }: Failure) {
    super(code, message, remedy);
  }

  get failure(): Failure {
    const { code, message, remedy } = this;
    return { code, message, remedy };
  }
}
