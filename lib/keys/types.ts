/** A signing key as the Keys tab and the Request tab know it. The private part is a non-extractable CryptoKey. */
export interface StoredKey {
  readonly id: string;
  readonly name: string;
  readonly kid: string;
  /** JWS algorithm (RFC 7518 section 3.1). */
  readonly algorithm: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly publicJwk: JsonWebKey & { readonly kid: string };
  readonly privateKey: CryptoKey;
}

/** Where keys live: IndexedDB in the extension, memory in a test. */
export interface KeyStore {
  list(): Promise<readonly StoredKey[]>;
  put(key: StoredKey): Promise<void>;
  delete(id: string): Promise<void>;
}
