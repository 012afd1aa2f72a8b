import { encodeBase64url, readBase64url } from '../jwt/base64url.ts';
import { decryptBytes, encryptBytes, importEncryptionKey, KEY_BYTES, newKeyBytes } from './encrypted.ts';
import { encryptedText, readEncryptedText } from './encrypted-json.ts';
import type { Exclusive } from './exclusive.ts';
import { LockedError } from './locked-error.ts';
import { lockKey, readLockedKey, unlockKey } from './passphrase-key.ts';
import { type ClearableArea, rewriteArea } from './rewrite-area.ts';

/** In `local`: the root key, as it is. */
const ROOT = 'vault:root';
/** In `local`, while history is kept: the archive's key, encrypted by the root key. */
const KEPT_ARCHIVE = 'vault:archive';
/** In `local` instead, when there is a passphrase: the archive's key, encrypted by a key made of the passphrase. */
const LOCKED_ARCHIVE = 'vault:passphrase';
/** In `session`: the archive's key, as it is. */
const OPEN_ARCHIVE = 'vault:archive';

/**
 * The keys of what lies on disk. The root key encrypts what was saved until it is deleted; its bytes are in storage.local,
 * which is cleared whole. The archive's key encrypts flows; its bytes are in storage.session, in memory, and only while
 * history is kept also in storage.local, encrypted by the root key.
 */
export interface Vault {
  root(): Promise<CryptoKey>;
  /** The same until the browser closes; longer while history is kept. Rejects with a {@link LockedError} while locked. */
  archive(): Promise<CryptoKey>;
  /** Keeps the archive's key for later sessions of the browser, or takes it off the disk. */
  keepArchive(on: boolean): Promise<void>;
  /** Whether a passphrase guards the archive's key, and whether it was given in this session. */
  lock(): Promise<LockState>;
  /** From now on only this passphrase opens what is kept. Rejects with a {@link LockedError} while locked. */
  setPassphrase(passphrase: string): Promise<void>;
  /** Keeps the archive's key without a passphrase again. Rejects with a {@link LockedError} while locked. */
  removePassphrase(): Promise<void>;
  /** Gives false when the passphrase is another one. */
  unlock(passphrase: string): Promise<boolean>;
  /** Drops the archive's key from memory; does nothing where no passphrase could open it again. */
  close(): Promise<void>;
  /** Takes values out of storage.local so that no bytes of them stay on disk. */
  discard(keys: readonly string[]): Promise<void>;
}

/** `none` where there is no passphrase. */
export type LockState = 'none' | 'open' | 'locked';

export interface VaultParts {
  readonly local: ClearableArea;
  readonly session: ClearableArea;
  /** Runs one at a time over all pages and the background, so that a key is made once. */
  readonly exclusive: Exclusive;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** The keys in the browser's storage areas. */
export function createVault({ local, session, exclusive }: VaultParts): Vault {
  let archive: Promise<CryptoKey> | undefined;

  const rootBytes = async (): Promise<Bytes> => {
    const known = keyBytes((await local.get(ROOT))[ROOT]);
    if (known) return known;
    const made = newKeyBytes();
    await local.set({ [ROOT]: encodeBase64url(made) });
    return made;
  };
  const root = async (): Promise<CryptoKey> => importEncryptionKey(await rootBytes());

  /** From the session, else from what is kept, else a new one. */
  const archiveBytes = async (): Promise<Bytes> => {
    const open = keyBytes((await session.get(OPEN_ARCHIVE))[OPEN_ARCHIVE]);
    if (open) return open;
    if ((await lockState()) === 'locked') throw new LockedError();
    const bytes = (await keptArchive()) ?? newKeyBytes();
    await session.set({ [OPEN_ARCHIVE]: encodeBase64url(bytes) });
    return bytes;
  };
  const storedLock = async () => readLockedKey((await local.get(LOCKED_ARCHIVE))[LOCKED_ARCHIVE]);
  const lockState = async (): Promise<LockState> => {
    if (!(await storedLock())) return 'none';
    return (await session.get(OPEN_ARCHIVE))[OPEN_ARCHIVE] === undefined ? 'locked' : 'open';
  };
  const keptArchive = async (): Promise<Bytes | undefined> => {
    const kept = readEncryptedText((await local.get(KEPT_ARCHIVE))[KEPT_ARCHIVE]);
    if (!kept) return undefined;
    const key = await root();
    // What another root key encrypted is as good as gone.
    return decryptBytes(key, KEPT_ARCHIVE, kept).catch(() => undefined);
  };

  const discard = async (keys: readonly string[]): Promise<void> => {
    const stored = await Promise.all(keys.map((key) => local.get(key)));
    if (stored.every((found, at) => found[keys[at] ?? ''] === undefined)) return;
    const going = new Set(keys);
    await rewriteArea(local, (items) =>
      Object.fromEntries(Object.entries(items).filter(([key]) => !going.has(key))),
    );
  };

  return {
    root: () => exclusive(root),
    archive() {
      archive ??= exclusive(async () => importEncryptionKey(await archiveBytes())).catch((error: unknown) => {
        archive = undefined;
        throw error;
      });
      return archive;
    },
    keepArchive: (on) =>
      exclusive(async () => {
        if (on) {
          if (await storedLock()) return;
          const [kept, open] = [await keptArchive(), await archiveBytes()];
          if (kept && encodeBase64url(kept) === encodeBase64url(open)) return;
          const sealed = await encryptBytes(await root(), KEPT_ARCHIVE, open);
          await local.set({ [KEPT_ARCHIVE]: encryptedText(sealed) });
        } else await discard([KEPT_ARCHIVE, LOCKED_ARCHIVE]);
      }),
    lock: () => exclusive(lockState),
    setPassphrase: (passphrase) =>
      exclusive(async () => {
        const locked = await lockKey(passphrase, await archiveBytes());
        await rewriteArea(local, ({ [KEPT_ARCHIVE]: _, ...rest }) => ({ ...rest, [LOCKED_ARCHIVE]: locked }));
      }),
    removePassphrase: () =>
      exclusive(async () => {
        const kept = encryptedText(await encryptBytes(await root(), KEPT_ARCHIVE, await archiveBytes()));
        await rewriteArea(local, ({ [LOCKED_ARCHIVE]: _, ...rest }) => ({ ...rest, [KEPT_ARCHIVE]: kept }));
      }),
    unlock: (passphrase) =>
      exclusive(async () => {
        const stored = await storedLock();
        const bytes = stored && (await unlockKey(passphrase, stored));
        if (!bytes) return false;
        await session.set({ [OPEN_ARCHIVE]: encodeBase64url(bytes) });
        return true;
      }),
    close: () =>
      exclusive(async () => {
        if ((await lockState()) !== 'open') return;
        await session.remove([OPEN_ARCHIVE]);
        archive = undefined;
      }),
    discard: (keys) => exclusive(() => discard(keys)),
  };
}

function keyBytes(stored: unknown): Bytes | undefined {
  if (typeof stored !== 'string') return undefined;
  const { bytes } = readBase64url(stored);
  return bytes?.length === KEY_BYTES ? bytes : undefined;
}
