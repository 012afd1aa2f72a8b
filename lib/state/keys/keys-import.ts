import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type MessageName, t } from '../../i18n/t.ts';
import { issuersOf } from '../../keys/certificate-chain.ts';
import { type ImportedKey, type ImportOptions, importKey } from '../../keys/import-key.ts';
import { withMaterial } from '../../keys/key-material.ts';
import { readPkcs12 } from '../../keys/read-pkcs12.ts';
import type { KeyRecord } from '../../keys/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { failureOf } from '../shared/failure-of.ts';
import { recordOf } from './keys-record.ts';
import { isKeySet, splitPastedKeys } from './keys-units.ts';

/** A key that was found in the pasted text. */
export interface FoundKey {
  readonly imported: ImportedKey;
  /** What it is to be used for; one of `imported.algorithms`. */
  readonly algorithm: string;
  /** The part of the text that it stands in. */
  readonly text: string;
}

/** What the pasted text holds. */
export interface Look {
  readonly found: readonly FoundKey[];
  /** What could not be read, part by part. */
  readonly failures: readonly Failure[];
}

/** A file with keys, read whole. */
export interface Pkcs12File {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Import of keys: what was pasted, what it is, and the way to keep it. Nothing here throws. */
export interface KeysImport {
  readonly text: Signal<string>;
  /** A PKCS #12 file that was chosen in place of a text. */
  readonly file: ReadonlySignal<Pkcs12File | undefined>;
  readonly name: Signal<string>;
  readonly passphrase: Signal<string>;
  readonly extractable: Signal<boolean>;
  /** Undefined while there is no text, or while it is read. */
  readonly look: ReadonlySignal<Look | undefined>;
  /** Some part is encrypted, and it is open now or not. */
  readonly encrypted: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<boolean>;
  /** Takes a PKCS #12 file, in place of what was pasted. */
  choose(file: Pkcs12File | undefined): void;
  /** Reads encrypted parts with the passphrase. */
  unlock(): Promise<void>;
  chooseAlgorithm(index: number, algorithm: string): void;
  /** Keeps what was found and forgets the text. Gives the kept keys. */
  keep(): Promise<readonly KeyRecord[]>;
  dispose(): void;
}

interface ImportContext {
  /** Stores records; false when that failed. */
  readonly add: (records: readonly KeyRecord[]) => Promise<boolean>;
  readonly now: () => number;
  readonly newId?: () => string;
}

const ENCRYPTED = '-----BEGIN ENCRYPTED PRIVATE KEY-----';

/** Makes it. The text is looked at whenever it changes; encrypted keys wait for {@link KeysImport.unlock}. */
export function createKeysImport({ add, now, newId = () => crypto.randomUUID() }: ImportContext): KeysImport {
  const text = signal('');
  const file = signal<Pkcs12File>();
  const name = signal('');
  const passphrase = signal('');
  const extractable = signal(false);
  const look = signal<Look>();
  const encrypted = signal(false);
  const busy = signal(false);
  let round = 0;

  const read = async (): Promise<void> => {
    const mine = ++round;
    const pasted = text.peek();
    const chosen = file.peek();
    if (pasted.trim() === '' && chosen === undefined) {
      look.value = undefined;
      busy.value = false;
      return;
    }
    busy.value = true;
    const seen = await (chosen ? lookInto(chosen, passphrase.peek()) : lookAt(pasted, passphrase.peek()));
    if (mine !== round) return;
    batch(() => {
      look.value = seen;
      busy.value = false;
    });
  };
  const stop = effect(() => {
    const pasted = text.value;
    if (pasted !== '') file.value = undefined;
    encrypted.value = file.value !== undefined || pasted.includes(ENCRYPTED);
    if (!encrypted.peek()) passphrase.value = '';
    void read();
  });

  return {
    text,
    file,
    name,
    passphrase,
    extractable,
    look,
    encrypted,
    busy,
    choose(chosen) {
      batch(() => {
        text.value = '';
        passphrase.value = '';
        look.value = undefined;
        file.value = chosen;
      });
    },
    unlock: read,
    chooseAlgorithm(index, algorithm) {
      const seen = look.peek();
      if (!seen) return;
      const found = seen.found.map((key, at) => (at === index ? { ...key, algorithm } : key));
      look.value = { ...seen, found };
    },
    async keep() {
      const found = look.peek()?.found ?? [];
      if (found.length === 0 || busy.peek()) return [];
      busy.value = true;
      try {
        const source = file.peek() ? 'PKCS #12' : isKeySet(text.peek()) ? 'JWKS' : undefined;
        const records = await Promise.all(
          found.map(async (key, index) => {
            const imported = await importAgain(key, passphrase.peek());
            const record = recordOf(imported, {
              id: newId(),
              name: nameOf(name.peek(), imported, index, found.length),
              createdAt: now(),
              source: source ?? imported.format,
            });
            return withMaterial(record, extractable.peek());
          }),
        );
        if (!(await add(records))) return [];
        batch(() => {
          text.value = '';
          file.value = undefined;
          name.value = '';
          extractable.value = false;
        });
        return records;
      } catch (error) {
        look.value = { found, failures: [failureOf(error)] };
        return [];
      } finally {
        busy.value = false;
      }
    },
    dispose() {
      round++;
      stop();
    },
  };
}

/** Without a passphrase a file is tried with an empty one, since some have none. */
async function lookInto({ bytes }: Pkcs12File, passphrase: string): Promise<Look> {
  try {
    return await lookAt(await readPkcs12(bytes, passphrase), '');
  } catch (error) {
    const failure = failureOf(error);
    const isUntried = failure.code === 'passphrase-wrong' && passphrase === '';
    return { found: [], failures: [isUntried ? { ...failure, code: 'passphrase-needed' } : failure] };
  }
}

async function lookAt(text: string, passphrase: string): Promise<Look> {
  const parts = splitPastedKeys(text);
  const found: FoundKey[] = [];
  const failures: Failure[] = [];
  for (const [index, part] of parts.entries()) {
    try {
      const imported = await importKey(part, passphrase === '' ? {} : { passphrase });
      found.push({ imported, algorithm: imported.algorithm, text: part });
    } catch (error) {
      const failure = failureOf(error);
      const message =
        parts.length > 1 ? t('keysImportPart', index + 1, parts.length, failure.message) : failure.message;
      failures.push({ ...failure, message });
    }
  }
  return { found: withCertificates(found), failures };
}

/** A certificate that stands beside its own private key belongs to it, with its issuers, and is no key of its own. */
function withCertificates(found: readonly FoundKey[]): readonly FoundKey[] {
  const certificates = new Map(
    found.flatMap((key) => {
      const { certificate } = key.imported;
      return certificate ? [[kidOf(key), certificate] as const] : [];
    }),
  );
  const owned = found.map((key) => {
    const certificate = certificates.get(kidOf(key));
    if (!certificate) return key;
    const isPrivate = key.imported.type === 'private';
    const issuers = isPrivate ? issuersOf(certificate, [...certificates.values()]) : [];
    return { ...key, imported: { ...key.imported, certificate, ...(issuers.length > 0 ? { issuers } : {}) } };
  });
  const taken = new Set(
    owned.flatMap(({ imported: { type, certificate, issuers = [] } }) =>
      type === 'private' && certificate ? [certificate, ...issuers].map(({ sha256 }) => sha256) : [],
    ),
  );
  return owned.filter(({ imported: { type, certificate } }) => {
    return type === 'private' || !certificate || !taken.has(certificate.sha256);
  });
}

const kidOf = ({ imported }: FoundKey): string => imported.kid;

/** As it was found, with what was chosen since; a secret without a kid gets one that tells nothing of it. */
async function importAgain(key: FoundKey, passphrase: string): Promise<ImportedKey> {
  const options: ImportOptions = {
    algorithm: key.algorithm,
    ...(passphrase === '' ? {} : { passphrase }),
    ...(key.imported.type === 'public' ? {} : { extractable: true }),
  };
  const imported = await importKey(key.text, options);
  const { certificate, issuers } = key.imported;
  const named = imported.type !== 'secret' || /"kid"\s*:/.test(key.text);
  return {
    ...imported,
    ...(certificate ? { certificate } : {}),
    ...(issuers ? { issuers } : {}),
    ...(named ? {} : { kid: crypto.randomUUID() }),
  };
}

function nameOf(typed: string, imported: ImportedKey, index: number, count: number): string {
  const name = typed.trim() || imported.certificate?.subject.match(/(?:^|,)CN=([^,]+)/)?.[1];
  if (name) return count > 1 && typed.trim() !== '' ? `${name} ${index + 1}` : name.slice(0, 80);
  return t(NAMES[imported.type], imported.algorithm);
}

const NAMES = {
  private: 'keysNameOfPrivate',
  public: 'keysNameOfPublic',
  secret: 'keysNameOfSecret',
} as const satisfies Record<ImportedKey['type'], MessageName>;
