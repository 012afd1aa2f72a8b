import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { KeyError } from '../keys/key-error.ts';
import type { KeyRecord, KeyStore, StoredKey } from '../keys/types.ts';

/** IndexedDB database that holds the keys. */
const KEY_DATABASE = 'grantscope-keys';

interface KeySchema extends DBSchema {
  keys: { key: string; value: KeyRecord };
}

type KeyDatabase = Pick<IDBPDatabase<KeySchema>, 'getAll' | 'put' | 'delete'>;

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

/**
 * Keys in IndexedDB, where a non-extractable CryptoKey survives a restart of the browser. The database is opened once,
 * with the first use, and again only after the browser closed it. Rejects with a {@link KeyError}.
 */
export function createKeyStore(open: OpenKeyDatabase = openKeyDatabase): KeyStore {
  let opened: Promise<KeyDatabase> | undefined;
  const forget = (): void => {
    opened = undefined;
  };
  const database = (): Promise<KeyDatabase> => {
    opened ??= open(forget).catch((cause: unknown) => {
      forget();
      throw unavailable(cause);
    });
    return opened;
  };
  const all = async (): Promise<readonly KeyRecord[]> => {
    const keys = await reading(database());
    return keys.sort((one, other) => other.createdAt - one.createdAt || one.id.localeCompare(other.id));
  };
  async function list(): Promise<readonly StoredKey[]>;
  async function list(which: 'all'): Promise<readonly KeyRecord[]>;
  async function list(which?: 'all'): Promise<readonly KeyRecord[]> {
    return which === 'all' ? all() : (await all()).filter(({ privateKey }) => privateKey !== undefined);
  }
  return {
    list,
    async put(key) {
      const target = await database();
      await target.put('keys', key).catch((cause: unknown) => {
        throw new KeyError(
          'not-stored',
          `The key ${key.name} could not be stored: ${reason(cause)}.`,
          'Free some disk space, or leave private browsing, and generate the key again.',
          cause,
        );
      });
    },
    async delete(id) {
      const target = await database();
      await target.delete('keys', id).catch((cause: unknown) => {
        throw new KeyError(
          'not-stored',
          `The key could not be deleted: ${reason(cause)}.`,
          'Reload this page and try again.',
          cause,
        );
      });
    },
  };
}

async function reading(opened: Promise<KeyDatabase>): Promise<KeyRecord[]> {
  const database = await opened;
  return database.getAll('keys').catch((cause: unknown) => {
    throw unavailable(cause);
  });
}

function unavailable(cause: unknown): KeyError {
  return new KeyError(
    'storage-unavailable',
    `The stored keys cannot be read: ${reason(cause)}.`,
    'Allow this browser profile to store data, then reload this page; private windows of some browsers keep none.',
    cause,
  );
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message.replace(/\.$/, '') : 'the browser gave no reason';
}
