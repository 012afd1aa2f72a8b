import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { StoredSummary } from '../flow/migrate-summary.ts';
import type { Encrypted } from './encrypted.ts';

/** An encrypted record and the id by which it is found. */
export interface EncryptedRecord extends Encrypted {
  readonly id: string;
}

/** Version 3 encrypts everything; what versions 1 and 2 wrote in clear lies in `flows`, `summaries` and `sizes` until it is read. */
export interface ArchiveSchema extends DBSchema {
  sealedFlows: { key: string; value: EncryptedRecord };
  indexPages: { key: string; value: EncryptedRecord };
  flows: { key: string; value: object };
  summaries: { key: string; value: StoredSummary };
  sizes: { key: string; value: { readonly id: string } };
}

export type ArchiveDatabase = IDBPDatabase<ArchiveSchema>;

/** Stores of this version. */
export const ENCRYPTED_STORES = ['sealedFlows', 'indexPages'] as const;

/** Stores of versions before 3. */
export const CLEAR_STORES = ['flows', 'summaries', 'sizes'] as const;

/** Opens the database and calls back when the connection is lost. */
export async function openArchiveDatabase(name: string, onLost: () => void): Promise<ArchiveDatabase> {
  const database = await openDB<ArchiveSchema>(name, 3, {
    upgrade(fresh) {
      for (const store of [...ENCRYPTED_STORES, ...CLEAR_STORES]) {
        if (!fresh.objectStoreNames.contains(store)) fresh.createObjectStore(store, { keyPath: 'id' });
      }
    },
    blocking() {
      database.close();
      onLost();
    },
    terminated: onLost,
  });
  return database;
}
