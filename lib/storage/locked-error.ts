import { CodedError } from '../jwt/coded-error.ts';

/** What is on disk cannot be read or written until the passphrase is given. */
export class LockedError extends CodedError<'history-locked'> {
  override readonly name = 'LockedError';

  constructor() {
    super('history-locked', 'The history is locked', 'Unlock it in Settings.');
  }
}
