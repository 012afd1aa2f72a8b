/** Whether a passphrase guards the history, and whether it was given; `none` without one. */
export type HistoryLock = 'none' | 'open' | 'locked';

/** What is to be done with the lock of the history. */
export type LockOrder =
  | { readonly act: 'set'; readonly passphrase: string }
  | { readonly act: 'unlock'; readonly passphrase: string }
  | { readonly act: 'lock' }
  | { readonly act: 'remove' };

/** The command about the lock. */
export interface LockCommands {
  /** Sets or changes the passphrase, takes it away, locks or unlocks. Fails with `wrong-passphrase` or `locked`. */
  lockHistory(order: LockOrder): { readonly lock: HistoryLock };
}
