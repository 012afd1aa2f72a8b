import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '../jwt/base64url.ts';

const HASHES = { '256': sha256, '384': sha384, '512': sha512 } as const;

/**
 * The left half of a value's hash as base64url: what c_hash, at_hash (OpenID Connect Core sections 3.1.3.6 and 3.3.2.11) and
 * s_hash (FAPI 1.0 Advanced section 5.1.1) of a token with this alg must be. The hash is the one that alg signs with;
 * Ed25519 signs with SHA-512. Undefined when alg names no hash.
 */
export function tokenHash(value: string, alg: unknown): string | undefined {
  if (typeof alg !== 'string') return undefined;
  const size = alg === 'EdDSA' || alg === 'Ed25519' ? '512' : /^(?:[HRPE]S)(256|384|512)$/.exec(alg)?.[1];
  const hash = HASHES[size as keyof typeof HASHES];
  if (!hash) return undefined;
  const digest = hash(new TextEncoder().encode(value));
  return encodeBase64url(digest.subarray(0, digest.length / 2));
}
