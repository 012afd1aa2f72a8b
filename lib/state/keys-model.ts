import { type ReadonlySignal, signal } from '@preact/signals';
import { generateKey } from '../keys/generate.ts';
import type { KeyStore, StoredKey } from '../keys/types.ts';
import type { Failure } from '../messaging/protocol.ts';
import { failureOf } from './failure-of.ts';

/** How long a deleted key can be brought back, in milliseconds. */
export const KEY_UNDO_MILLISECONDS = 10_000;

/** The stored keys and what can be done with them. Nothing here throws; what failed is in `failure`. */
export interface KeysModel {
  /** Newest first; undefined until they were read. */
  readonly keys: ReadonlySignal<readonly StoredKey[] | undefined>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  readonly generating: ReadonlySignal<boolean>;
  /** The key that was deleted last, while it can be brought back. */
  readonly deleted: ReadonlySignal<StoredKey | undefined>;
  reload(): Promise<void>;
  /** Gives the new key, or undefined when it could not be made or stored. */
  generate(name: string, algorithm: string): Promise<StoredKey | undefined>;
  rename(id: string, name: string): Promise<void>;
  delete(id: string): Promise<void>;
  undoDelete(): Promise<void>;
  forgetDeleted(): void;
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
  const keys = signal<readonly StoredKey[]>();
  const failure = signal<Failure>();
  const generating = signal(false);
  const deleted = signal<StoredKey>();
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
    keys.value = await store.list();
  };
  const forgetDeleted = (): void => {
    stopForgetting();
    deleted.value = undefined;
  };

  return {
    keys,
    failure,
    generating,
    deleted,
    forgetDeleted,
    async reload() {
      await attempt(reload);
    },
    async generate(name, algorithm) {
      if (generating.value) return undefined;
      generating.value = true;
      const made = await attempt(async () => {
        const key = await generateKey(name.trim() || `${algorithm} key`, algorithm, { now, newId });
        await store.put(key);
        await reload();
        return key;
      });
      generating.value = false;
      return made;
    },
    async rename(id, name) {
      const key = keys.value?.find((one) => one.id === id);
      if (!key || name.trim() === '' || name.trim() === key.name) return;
      await attempt(async () => {
        await store.put({ ...key, name: name.trim() });
        await reload();
      });
    },
    async delete(id) {
      const key = keys.value?.find((one) => one.id === id);
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
