const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ONLY_ALPHABET = /^[A-Za-z0-9_-]*$/;

/** Value of each character of the alphabet, by its code. */
const VALUES = new Uint8Array(128);
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value;

/** Bits of the last character that belong to no byte, by length modulo 4. */
const STRAY_BITS = [0, 0, 0b1111, 0b11] as const;

export type Base64urlFailure = 'padding' | 'not-base64url' | 'not-canonical';

/**
 * Reads base64url (RFC 4648 section 5) leniently enough to show what is there, and says how it broke the rules of
 * RFC 7515 section 2: no padding, no other character, and canonical trailing bits.
 */
export function readBase64url(text: string): { bytes?: Uint8Array<ArrayBuffer>; failure?: Base64urlFailure } {
  if (isBase64url(text)) return { bytes: decode(text) };
  const unpadded = text.endsWith('==') ? text.slice(0, -2) : text.endsWith('=') ? text.slice(0, -1) : text;
  const translated = unpadded.replaceAll('+', '-').replaceAll('/', '_');
  if (!ONLY_ALPHABET.test(translated) || translated.length % 4 === 1) return { failure: 'not-base64url' };
  const bytes = decode(translated);
  if (unpadded !== text) return { bytes, failure: 'padding' };
  return { bytes, failure: translated === unpadded ? 'not-canonical' : 'not-base64url' };
}

/** True for base64url that keeps every rule: its bytes have no other spelling. */
export function isBase64url(text: string): boolean {
  const rest = text.length % 4;
  if (rest === 1 || !ONLY_ALPHABET.test(text)) return false;
  return rest === 0 || ((VALUES[text.charCodeAt(text.length - 1)] ?? 0) & (STRAY_BITS[rest] ?? 0)) === 0;
}

type FromBase64 = (
  text: string,
  options: { alphabet: 'base64url'; lastChunkHandling: 'loose' },
) => Uint8Array<ArrayBuffer>;
const native = (Uint8Array as { fromBase64?: FromBase64 }).fromBase64;

/** The bytes of text that has only characters of the alphabet. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  if (native) return native.call(Uint8Array, text, { alphabet: 'base64url', lastChunkHandling: 'loose' });
  const whole = text.length - (text.length % 4);
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let at = 0;
  const value = (index: number): number => VALUES[text.charCodeAt(index)] as number;
  for (let index = 0; index < whole; index += 4) {
    const group =
      (value(index) << 18) | (value(index + 1) << 12) | (value(index + 2) << 6) | value(index + 3);
    bytes[at++] = group >> 16;
    bytes[at++] = group >> 8;
    bytes[at++] = group;
  }
  if (text.length - whole >= 2) bytes[at++] = (value(whole) << 2) | (value(whole + 1) >> 4);
  if (text.length - whole === 3) bytes[at] = (value(whole + 1) << 4) | (value(whole + 2) >> 2);
  return bytes;
}

/** Encodes bytes as base64url without padding (RFC 7515 section 2). */
export function encodeBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (let index = 0; index < bytes.length; index += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(index, index + 0x8000));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
