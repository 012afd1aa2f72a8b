import { encodeBase64url } from '../jwt/base64url.ts';

/** Bytes of the digest that are kept: enough to distinguish tokens, too few to stand for one. */
const BYTES = 9;

/** A name for a token by which it is known again without being kept: the beginning of its SHA-256, base64url. */
export async function tokenPrint(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return encodeBase64url(new Uint8Array(digest).slice(0, BYTES));
}
