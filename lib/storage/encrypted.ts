/** A value as it lies on disk: encrypted by AES-256-GCM, authenticated together with its name. */
export interface Encrypted {
  readonly v: 1;
  /** 96 random bits, of this record alone (NIST SP 800-38D section 8.2.2). */
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Bytes of a key. */
export const KEY_BYTES = 32;

const IV_BYTES = 12;
const encoder = new TextEncoder();

/** Random bytes of a new key. */
export function newKeyBytes(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/** A key that cannot be read back, of its bytes. */
export function importEncryptionKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * Encrypts bytes.
 * @param name what the record is, such as its store and id; the same bytes under another name do not open
 */
export async function encryptBytes(
  key: CryptoKey,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Encrypted> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(name) };
  return { v: 1, iv, data: new Uint8Array(await crypto.subtle.encrypt(algorithm, key, bytes)) };
}

/** Decrypts bytes. Rejects when key or name are others, or when a bit was changed. */
export async function decryptBytes(
  key: CryptoKey,
  name: string,
  { iv, data }: Encrypted,
): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(name) };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, data));
}
