import { encodeBase64url, readBase64url } from '../jwt/base64url.ts';
import { decryptBytes, type Encrypted, encryptBytes } from './encrypted.ts';

/** An {@link Encrypted} for storage areas, which keep JSON alone: base64url for bytes. */
export interface EncryptedText {
  readonly v: 1;
  readonly iv: string;
  readonly data: string;
}

/** Encrypts a value as JSON. */
export function encryptJson(key: CryptoKey, name: string, value: unknown): Promise<Encrypted> {
  return encryptBytes(key, name, new TextEncoder().encode(JSON.stringify(value)));
}

/** Decrypts a value that was JSON. Rejects as {@link decrypt} does. */
export async function decryptJson<T>(key: CryptoKey, name: string, sealed: Encrypted): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await decryptBytes(key, name, sealed))) as T;
}

/** The record as JSON. */
export function encryptedText({ iv, data }: Encrypted): EncryptedText {
  return { v: 1, iv: encodeBase64url(iv), data: encodeBase64url(data) };
}

/** Reads what {@link sealedText} wrote; undefined for anything else. */
export function readEncryptedText(value: unknown): Encrypted | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { v, iv, data } = value as Partial<Record<keyof EncryptedText, unknown>>;
  if (v !== 1 || typeof iv !== 'string' || typeof data !== 'string') return undefined;
  const [ivBytes, dataBytes] = [readBase64url(iv).bytes, readBase64url(data).bytes];
  return ivBytes && dataBytes ? { v, iv: ivBytes, data: dataBytes } : undefined;
}
