import { decryptJson, encryptedText, encryptJson, readEncryptedText } from './encrypted-json.ts';
import type { Area } from './journal.ts';
import type { Vault } from './vault.ts';

/** What an encrypted value is bound to: the key of storage.local under which it lies. */
const DRAFTS_KEY = 'settings:drafts';

/** Last values of the Request tab as they lie on disk. */
export interface EncryptedDrafts {
  encrypt(drafts: unknown): Promise<unknown>;
  /** What an earlier version wrote in clear is encrypted and its bytes leave the disk. Undefined for what does not open. */
  decrypt(stored: unknown): Promise<unknown>;
}

/** @param vault whose root key encrypts them, and which clears what lay in clear */
export function createEncryptedDrafts(
  local: Pick<Area, 'set'>,
  vault: Pick<Vault, 'root' | 'discard'>,
): EncryptedDrafts {
  const encrypt = async (drafts: unknown): Promise<unknown> =>
    encryptedText(await encryptJson(await vault.root(), DRAFTS_KEY, drafts));
  return {
    encrypt,
    async decrypt(stored) {
      if (stored === undefined) return undefined;
      const encrypted = readEncryptedText(stored);
      if (encrypted)
        return decryptJson<unknown>(await vault.root(), DRAFTS_KEY, encrypted).catch(() => undefined);
      const next = await encrypt(stored);
      await vault.discard([DRAFTS_KEY]);
      await local.set({ [DRAFTS_KEY]: next });
      return stored;
    },
  };
}
