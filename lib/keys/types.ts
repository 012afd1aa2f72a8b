import type { Certificate } from './certificate.ts';
import type { KeyMaterial } from './key-material.ts';

/** What every stored key has. */
interface KeyFacts {
  readonly id: string;
  readonly name: string;
  readonly kid: string;
  /** JWS or JWE algorithm (RFC 7518 sections 3.1 and 4.1). */
  readonly algorithm: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Where it came from: the form in which it was imported, such as `PKCS #8`. Generated here when absent. */
  readonly source?: string;
  /** The certificate that was imported with it. */
  readonly certificate?: Certificate;
  /** The issuers of that certificate that were imported with it, nearest first. */
  readonly issuers?: readonly Certificate[];
  /** The secret bytes of a key that was not stored yet. */
  readonly material?: KeyMaterial;
  /** The secret bytes as the store has them: encrypted. */
  readonly sealed?: {
    readonly v: 1;
    readonly iv: Uint8Array<ArrayBuffer>;
    readonly data: Uint8Array<ArrayBuffer>;
  };
}

/** A key with its private part, a CryptoKey that is non-extractable unless the user chose otherwise. */
export interface StoredKey extends KeyFacts {
  readonly publicJwk: JsonWebKey & { readonly kid: string };
  readonly privateKey: CryptoKey;
  readonly secretKey?: undefined;
}

/** A key that verifies or encrypts, and cannot sign. */
export interface PublicKeyRecord extends KeyFacts {
  readonly publicJwk: JsonWebKey & { readonly kid: string };
  readonly privateKey?: undefined;
  readonly secretKey?: undefined;
}

/** A shared secret. It has no public side. */
export interface SecretKeyRecord extends KeyFacts {
  readonly publicJwk?: undefined;
  readonly privateKey?: undefined;
  readonly secretKey: CryptoKey;
}

/** Any key that is kept. Type, usages and extractability are those of its CryptoKey. */
export type KeyRecord = StoredKey | PublicKeyRecord | SecretKeyRecord;

/** What is still known of a key that the browser lost. */
export type MissingKey = Pick<KeyFacts, 'id' | 'name' | 'algorithm'>;

/** Where keys live: IndexedDB in the extension, memory in a test. Lists are newest first. */
export interface KeyStore {
  /** Keys that have their private part. */
  list(): Promise<readonly StoredKey[]>;
  list(which: 'all'): Promise<readonly KeyRecord[]>;
  put(key: KeyRecord): Promise<void>;
  delete(id: string): Promise<void>;
  /** Keys that were put and never deleted, and are not there. Absent where nothing tells. */
  missing?(): Promise<readonly MissingKey[]>;
  /** Asks for them no more. */
  forgetMissing?(): Promise<void>;
}
