import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { KeyError } from '../keys/key-error.ts';
import type { KeyRecord, KeyStore, MissingKey, StoredKey } from '../keys/types.ts';
import { encryptKeyRecord, type KeyDatabaseRecord, openKeyRow } from './encrypted-key.ts';
import type { KeyNotes } from './key-notes.ts';
import { createStorageTimeout, type StorageTimeout } from './storage-timeout.ts';

/** IndexedDB database that holds the keys. */
const KEY_DATABASE = 'grantscope-keys';

interface KeySchema extends DBSchema {
  keys: { key: string; value: KeyDatabaseRecord };
}

type KeyDatabase = Pick<IDBPDatabase<KeySchema>, 'getAll' | 'put' | 'delete' | 'clear'>;

/** Opens the database and calls back when the connection is lost. */
export type OpenKeyDatabase = (onLost: () => void) => Promise<KeyDatabase>;

const openKeyDatabase: OpenKeyDatabase = async (onLost) => {
  const database = await openDB<KeySchema>(KEY_DATABASE, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('keys', { keyPath: 'id' });
    },
    blocking() {
      database.close();
      onLost();
    },
    terminated: onLost,
  });
  return database;
};

interface KeyStoreParts {
  /** Key with which the secret bytes of keys are encrypted. */
  readonly root: () => Promise<CryptoKey>;
  /** Where the names of keys are noted, to tell which the browser lost. */
  readonly notes?: KeyNotes;
  readonly open?: OpenKeyDatabase;
  readonly inTime?: StorageTimeout;
}

/**
 * Keys in IndexedDB, their secret bytes encrypted: a CryptoKey would lie there in clear, extractable or not, and stay after
 * its deletion. The database is opened once, with the first use, and again only after the browser closed it. Rejects with
 * a {@link KeyError}.
 */
export function createKeyStore({
  root,
  notes,
  open = openKeyDatabase,
  inTime = createStorageTimeout(),
}: KeyStoreParts): KeyStore & { clear(): Promise<void> } {
  let opened: Promise<KeyDatabase> | undefined;
  const forget = (): void => {
    opened = undefined;
  };
  const database = (): Promise<KeyDatabase> => {
    opened ??= open(forget).catch((cause: unknown) => {
      forget();
      throw cause;
    });
    return opened;
  };
  const ask = <T>(act: (database: KeyDatabase) => Promise<T>, failed: (cause: unknown) => KeyError) =>
    inTime(async () => {
      const target = await database().catch((cause: unknown) => {
        throw unavailable(cause);
      });
      return act(target);
    }).catch((cause: unknown) => {
      throw cause instanceof KeyError ? cause : failed(cause);
    });
  /** A row of version 0.1.0 is written anew, encrypted, as soon as it is read; one whose bytes the browser holds back stays. */
  const encrypted = async (target: KeyDatabase, row: KeyDatabaseRecord): Promise<KeyDatabaseRecord> => {
    if (!(row.privateKey ?? row.secretKey)) return row;
    const next = await encryptKeyRecord(root, row as KeyRecord).catch(() => row);
    if (next !== row) await target.put('keys', next).catch(() => undefined);
    return next;
  };
  const all = async (): Promise<readonly KeyRecord[]> => {
    const keys = await ask(async (target) => {
      const rows = await Promise.all((await target.getAll('keys')).map((row) => encrypted(target, row)));
      const opened = await Promise.all(rows.map((row) => openKeyRow(root, row)));
      return opened.flatMap((key) => key ?? []);
    }, unavailable);
    return keys.sort((one, other) => other.createdAt - one.createdAt || one.id.localeCompare(other.id));
  };
  async function list(): Promise<readonly StoredKey[]>;
  async function list(which: 'all'): Promise<readonly KeyRecord[]>;
  async function list(which?: 'all'): Promise<readonly KeyRecord[]> {
    return which === 'all' ? all() : (await all()).filter(({ privateKey }) => privateKey !== undefined);
  }
  const missing = async (): Promise<readonly MissingKey[]> => {
    if (!notes) return [];
    const before = await notes.read();
    const there = await all();
    const ids = new Set(there.map(({ id }) => id));
    const gone = before.filter(({ id }) => !ids.has(id));
    const noted = new Set(before.map(({ id }) => id));
    const unnoted = there.filter(({ id }) => !noted.has(id));
    if (unnoted.length > 0) await notes.note(unnoted);
    if (gone.length === 0) return [];
    // Another page may have deleted one meanwhile.
    const after = new Set((await notes.read()).map(({ id }) => id));
    return gone.filter(({ id }) => after.has(id));
  };
  return {
    list,
    async put(key) {
      await ask(
        async (target) => target.put('keys', await encryptKeyRecord(root, key)),
        (cause) =>
          new KeyError(
            'not-stored',
            `The key ${key.name} could not be stored: ${reason(cause)}.`,
            'Free some disk space, or leave private browsing, and generate the key again.',
            cause,
          ),
      );
      await notes?.note([key]);
    },
    async delete(id) {
      // Before it goes: nobody may take a key that was deleted for one that was lost.
      await notes?.forget([id]);
      await ask(
        (target) => target.delete('keys', id),
        (cause) =>
          new KeyError(
            'not-stored',
            `The key could not be deleted: ${reason(cause)}.`,
            'Reload this page and try again.',
            cause,
          ),
      );
    },
    clear: () => ask((target) => target.clear('keys'), unavailable),
    missing,
    async forgetMissing() {
      await notes?.forget((await missing()).map(({ id }) => id));
    },
  };
}

function unavailable(cause: unknown): KeyError {
  return new KeyError(
    'storage-unavailable',
    `The stored keys cannot be read: ${reason(cause)}.`,
    'Close the browser and start it again; everything that needs no stored key works meanwhile. If that does not help, the database in this browser profile is damaged or not allowed: remove the extension, add it again, and import the keys anew.',
    cause,
  );
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message.replace(/\.$/, '') : 'the browser gave no reason';
}
