import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import { GENERATED_SECRETS, generateKey, generateSecret } from '../../keys/generate.ts';
import type { KeyRecord, KeyStore, MissingKey, StoredKey } from '../../keys/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { failureOf } from '../shared/failure-of.ts';
import { isPrivateRecord } from './keys-describe.ts';

/** How long a deleted key can be brought back, in milliseconds. */
export const KEY_UNDO_MILLISECONDS = 10_000;

/** The stored keys and what can be done with them. Nothing here throws; what failed is in `failure`. */
export interface KeysModel {
  /** Every key, newest first; undefined until they were read. */
  readonly all: ReadonlySignal<readonly KeyRecord[] | undefined>;
  /** Those of them that have their private part. */
  readonly keys: ReadonlySignal<readonly StoredKey[] | undefined>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  readonly generating: ReadonlySignal<boolean>;
  /** Keys that the browser lost. */
  readonly missing: ReadonlySignal<readonly MissingKey[]>;
  /** Takes note of that, so that it is said no more. */
  forgetMissing(): Promise<void>;
  /** The key that was deleted last, while it can be brought back. */
  readonly deleted: ReadonlySignal<KeyRecord | undefined>;
  reload(): Promise<void>;
  /** Gives the new key, or undefined when it could not be made or stored. */
  generate(name: string, algorithm: string, options?: GenerateOptions): Promise<KeyRecord | undefined>;
  /** Stores keys from elsewhere; false when that failed. */
  add(records: readonly KeyRecord[]): Promise<boolean>;
  rename(id: string, name: string): Promise<void>;
  delete(id: string): Promise<void>;
  undoDelete(): Promise<void>;
  forgetDeleted(): void;
}

/** What may differ from the defaults of {@link generateKey}. */
interface GenerateOptions {
  /** Length of an RSA key. */
  readonly bits?: number;
  readonly extractable?: boolean;
}

interface KeysContext {
  readonly keys: KeyStore;
  /** Milliseconds since the epoch. */
  now(): number;
  readonly newId?: () => string;
  /** Calls back after some milliseconds; gives how to stop. */
  readonly after?: (milliseconds: number, run: () => void) => () => void;
}

const afterTimeout = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** Makes the model over a store. */
export function createKeysModel({
  keys: store,
  now,
  newId = () => crypto.randomUUID(),
  after = afterTimeout,
}: KeysContext): KeysModel {
  const all = signal<readonly KeyRecord[]>();
  const failure = signal<Failure>();
  const generating = signal(false);
  const missing = signal<readonly MissingKey[]>([]);
  const deleted = signal<KeyRecord>();
  let stopForgetting = (): void => {};

  const attempt = async <T>(action: () => Promise<T>): Promise<T | undefined> => {
    try {
      const result = await action();
      failure.value = undefined;
      return result;
    } catch (error) {
      failure.value = failureOf(error);
      return undefined;
    }
  };
  const reload = async (): Promise<void> => {
    all.value = await store.list('all');
    missing.value = (await store.missing?.()) ?? [];
  };
  const forgetDeleted = (): void => {
    stopForgetting();
    deleted.value = undefined;
  };

  return {
    all,
    keys: computed(() => all.value?.filter(isPrivateRecord)),
    failure,
    generating,
    missing,
    async forgetMissing() {
      await attempt(async () => {
        await store.forgetMissing?.();
        await reload();
      });
    },
    deleted,
    forgetDeleted,
    async reload() {
      await attempt(reload);
    },
    async generate(name, algorithm, options = {}) {
      if (generating.value) return undefined;
      generating.value = true;
      const made = await attempt(async () => {
        const isSecret = Object.hasOwn(GENERATED_SECRETS, algorithm);
        const make = isSecret ? generateSecret : generateKey;
        const fallback = t(isSecret ? 'keysNameOfSecret' : 'keysNameOfKey', algorithm);
        const key = await make(name.trim() || fallback, algorithm, { now, newId, ...options });
        await store.put(key);
        await reload();
        return key;
      });
      generating.value = false;
      return made;
    },
    async add(records) {
      const added = await attempt(async () => {
        for (const record of records) await store.put(record);
        await reload();
        return true;
      });
      return added ?? false;
    },
    async rename(id, name) {
      const key = all.value?.find((one) => one.id === id);
      if (!key || name.trim() === '' || name.trim() === key.name) return;
      await attempt(async () => {
        await store.put({ ...key, name: name.trim() });
        await reload();
      });
    },
    async delete(id) {
      const key = all.value?.find((one) => one.id === id);
      if (!key) return;
      await attempt(async () => {
        await store.delete(id);
        forgetDeleted();
        deleted.value = key;
        stopForgetting = after(KEY_UNDO_MILLISECONDS, forgetDeleted);
        await reload();
      });
    },
    async undoDelete() {
      const key = deleted.value;
      if (!key) return;
      await attempt(async () => {
        await store.put(key);
        forgetDeleted();
        await reload();
      });
    },
  };
}
