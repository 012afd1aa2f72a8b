import { encodeBase64url } from '../jwt/base64url.ts';
import { type RandomBytes, secureRandom } from './random.ts';

/** A verifier, which only the exchange reveals, and its challenge, which the authorize request carries (RFC 7636). */
export interface Pkce {
  readonly verifier: string;
  readonly challenge: string;
  readonly method: 'S256' | 'plain';
}

/** A fresh verifier of 32 random bytes, 43 characters (RFC 7636 section 4.1). */
export function createVerifier(random: RandomBytes = secureRandom): string {
  return encodeBase64url(random(32));
}

/** True for 43 to 128 unreserved characters (RFC 7636 section 4.1). */
export function isVerifier(text: string): boolean {
  return /^[A-Za-z0-9._~-]{43,128}$/.test(text);
}

/** BASE64URL(SHA256(ASCII(verifier))), RFC 7636 section 4.2. */
export async function s256Challenge(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return encodeBase64url(new Uint8Array(digest));
}

/** A fresh verifier with its S256 challenge. */
export async function createPkce(random: RandomBytes = secureRandom): Promise<Pkce> {
  const verifier = createVerifier(random);
  return { verifier, challenge: await s256Challenge(verifier), method: 'S256' };
}
