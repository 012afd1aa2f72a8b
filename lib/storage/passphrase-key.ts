import { encodeBase64url, readBase64url } from '../jwt/base64url.ts';
import { decryptBytes, type Encrypted, encryptBytes } from './encrypted.ts';
import { type EncryptedText, encryptedText, readEncryptedText } from './encrypted-json.ts';

/** Rounds of PBKDF2 with HMAC-SHA-256 for a new passphrase. */
const PASSPHRASE_ITERATIONS = 600_000;

const SALT_BYTES = 16;
const NAME = 'vault:passphrase';

/** A key that a passphrase opens, as it is stored. */
export interface LockedKey extends EncryptedText {
  readonly salt: string;
  readonly iterations: number;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Encrypts the bytes of a key with a passphrase (RFC 8018 section 5.2). */
export async function lockKey(passphrase: string, bytes: Bytes): Promise<LockedKey> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const key = await derive(passphrase, salt, PASSPHRASE_ITERATIONS);
  return {
    ...encryptedText(await encryptBytes(key, NAME, bytes)),
    salt: encodeBase64url(salt),
    iterations: PASSPHRASE_ITERATIONS,
  };
}

/** The bytes of the key, or undefined when the passphrase is another one. */
export async function unlockKey(
  passphrase: string,
  { salt, iterations, sealed }: StoredLock,
): Promise<Bytes | undefined> {
  const key = await derive(passphrase, salt, iterations);
  return decryptBytes(key, NAME, sealed).catch(() => undefined);
}

interface StoredLock {
  readonly salt: Bytes;
  readonly iterations: number;
  readonly sealed: Encrypted;
}

/** Reads what {@link lockKey} gave; undefined for anything else. */
export function readLockedKey(stored: unknown): StoredLock | undefined {
  const sealed = readEncryptedText(stored);
  if (!sealed) return undefined;
  const { salt, iterations } = stored as Partial<Record<keyof LockedKey, unknown>>;
  const { bytes } = typeof salt === 'string' ? readBase64url(salt) : {};
  if (!bytes || typeof iterations !== 'number' || !Number.isSafeInteger(iterations)) return undefined;
  return { salt: bytes, iterations, sealed };
}

async function derive(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const text = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
