/** What is on disk cannot be read or written until the passphrase is given. */
export class LockedError extends Error {
  constructor() {
    super('The history is locked');
    this.name = 'LockedError';
  }
}
