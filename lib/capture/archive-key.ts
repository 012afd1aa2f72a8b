import type { Vault } from '../storage/vault.ts';

/** The archive's key, where the user's choice about history wants it. */
export interface ArchiveKey {
  /** Gives the key once it is kept for later sessions, or is not, as chosen; what failed is tried again with the next use. */
  get(): Promise<CryptoKey>;
  /** Called when the choice may have changed. */
  chosen(): void;
}

/** @param keepsHistory reads the choice */
export function createArchiveKey(
  vault: Pick<Vault, 'archive' | 'keepArchive'>,
  keepsHistory: () => Promise<boolean>,
): ArchiveKey {
  let placed: Promise<void> | undefined;
  const place = (): Promise<void> => {
    placed ??= keepsHistory()
      .then((keep) => vault.keepArchive(keep))
      .catch((error: unknown) => {
        placed = undefined;
        throw error;
      });
    return placed;
  };
  return {
    async get() {
      await place();
      return vault.archive();
    },
    chosen() {
      placed = undefined;
      void place().catch(() => undefined);
    },
  };
}
