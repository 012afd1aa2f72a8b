import { encodeBase64url } from '../jwt/base64url.ts';

/** Gives that many random bytes; tests inject their own. */
export type RandomBytes = (length: number) => Uint8Array;

/** The platform's cryptographic randomness. */
export const secureRandom: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** A value for `state` or `nonce`: 192 random bits as 32 base64url characters (RFC 6749 section 10.10 asks for 128). */
export function randomValue(random: RandomBytes = secureRandom): string {
  return encodeBase64url(random(24));
}

/** A version 4 UUID in lower case (RFC 9562 section 5.4). */
export function uuidV4(random: RandomBytes = secureRandom): string {
  const bytes = Uint8Array.from(random(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
