import { calculateJwkThumbprint, type JWK } from 'jose';

/** The SHA-256 thumbprint of a key as base64url (RFC 7638 section 3), the same for the private and the public form. */
export function thumbprint(jwk: JsonWebKey): Promise<string> {
  return calculateJwkThumbprint(jwk as JWK, 'sha256');
}
