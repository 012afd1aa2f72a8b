import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { SecretText } from '../../jwt/verify-types.ts';
import type { KeyRecord } from '../../keys/types.ts';

/** Where a key comes from. */
export type KeySource = 'saved' | 'pasted' | 'secret' | 'fetched';

/** Chosen in place of one saved key: every public one is tried. */
export const EVERY_SAVED_KEY = '*';

/** What the reader gave as a key. It lives in memory only, as long as the page. */
export interface KeyInput {
  /** What the reader chose; undefined while the token decides. */
  readonly chosen: Signal<KeySource | undefined>;
  readonly source: ReadonlySignal<KeySource>;
  /** PEM, JWK, JWKS or a certificate. */
  readonly pasted: Signal<string>;
  /** Opens an encrypted private key. */
  readonly passphrase: Signal<string>;
  readonly secret: Signal<string>;
  readonly encoding: Signal<SecretText['encoding']>;
  /** The saved keys that can be chosen, newest first. */
  readonly records: ReadonlySignal<readonly KeyRecord[]>;
  /** Id of the saved key that the reader chose, or {@link EVERY_SAVED_KEY}. */
  readonly savedId: Signal<string>;
  /** That key, or the one that fits when none was chosen. */
  readonly saved: ReadonlySignal<KeyRecord | undefined>;
}

interface KeyInputContext {
  /** Newest first; undefined until they were read. */
  readonly stored: ReadonlySignal<readonly KeyRecord[] | undefined>;
  /** Whether a saved key can do what is wanted. */
  readonly accepts: (record: KeyRecord) => boolean;
  /** What suits while the reader has chosen nothing. */
  readonly suits: (records: readonly KeyRecord[]) => {
    readonly source: KeySource;
    readonly savedId?: string;
  };
}

/** Makes an empty input. */
export function createKeyInput({ stored, accepts, suits }: KeyInputContext): KeyInput {
  const chosen = signal<KeySource>();
  const savedId = signal('');
  const records = computed(() => stored.value?.filter(accepts) ?? []);
  const suited = computed(() => suits(records.value));
  return {
    chosen,
    source: computed(() => chosen.value ?? suited.value.source),
    pasted: signal(''),
    passphrase: signal(''),
    secret: signal(''),
    encoding: signal<SecretText['encoding']>('text'),
    records,
    savedId,
    saved: computed(() => {
      const all = records.value;
      const wanted = savedId.value === '' ? suited.value.savedId : savedId.value;
      return all.find(({ id }) => id === wanted) ?? all[0];
    }),
  };
}

/** True for a text that holds, or may hold, a private key or a secret, and is therefore masked. */
export function looksPrivate(text: string): boolean {
  if (/PRIVATE KEY/.test(text)) return true;
  const trimmed = text.trimStart();
  if (trimmed === '' || trimmed.startsWith('-----BEGIN')) return false;
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) return /"(?:d|k|p|q|dp|dq|qi)"\s*:/.test(trimmed);
  return true;
}
