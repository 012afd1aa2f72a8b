const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ONLY_ALPHABET = /^[A-Za-z0-9_-]*$/;

/** Value of each character of the alphabet, by its code. */
const VALUES = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(ALPHABET.indexOf(String.fromCharCode(code)), 0),
);

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

/** The bytes of text that has only characters of the alphabet. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  return charBytes(atob(standard(text)));
}

function standard(text: string): string {
  return text.replaceAll('-', '+').replaceAll('_', '/');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has control characters.
const ASCII = /^[\x00-\x7f]*$/;

/** What base64url says when that is ASCII, as most headers and claims are; undefined otherwise. Spares bytes and decoder. */
export function readAscii(text: string): string | undefined {
  if (!isBase64url(text)) return undefined;
  const binary = atob(standard(text));
  return ASCII.test(binary) ? binary : undefined;
}

/** One byte for each character of what `atob` gives. */
function charBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** Encodes the UTF-8 form of a text as base64url without padding. */
export function encodeText(text: string): string {
  return ASCII.test(text) ? urlSafe(btoa(text)) : encodeBase64url(new TextEncoder().encode(text));
}

/** Encodes bytes as base64url without padding (RFC 7515 section 2). */
export function encodeBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (let index = 0; index < bytes.length; index += 0x8000) {
    // A typed array is array-like enough here, and spreading one is ten times slower.
    binary += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(index, index + 0x8000));
  }
  return urlSafe(btoa(binary));
}

function urlSafe(base64: string): string {
  const end = base64.endsWith('==') ? -2 : base64.endsWith('=') ? -1 : undefined;
  return base64.slice(0, end).replaceAll('+', '-').replaceAll('/', '_');
}
