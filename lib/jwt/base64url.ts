const ALPHABET = /^[A-Za-z0-9_-]*$/;

export type Base64urlFailure = 'padding' | 'not-base64url' | 'not-canonical';

/**
 * Reads base64url (RFC 4648 section 5) leniently enough to show what is there, and says how it broke the rules of
 * RFC 7515 section 2: no padding, no other character, and canonical trailing bits.
 */
export function readBase64url(text: string): { bytes?: Uint8Array<ArrayBuffer>; failure?: Base64urlFailure } {
  const unpadded = text.replace(/={1,2}$/, '');
  const translated = unpadded.replaceAll('+', '-').replaceAll('/', '_');
  if (!ALPHABET.test(translated) || translated.length % 4 === 1) return { failure: 'not-base64url' };
  const bytes = decode(translated);
  if (unpadded !== text) return { bytes, failure: 'padding' };
  if (translated !== unpadded) return { bytes, failure: 'not-base64url' };
  if (encodeBase64url(bytes) !== text) return { bytes, failure: 'not-canonical' };
  return { bytes };
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Encodes bytes as base64url without padding (RFC 7515 section 2). */
export function encodeBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (let index = 0; index < bytes.length; index += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(index, index + 0x8000));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
