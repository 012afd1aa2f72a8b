import { hmac } from '@noble/hashes/hmac.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { readBase64url } from '../jwt/base64url.ts';
import { PLACEHOLDER_SECRETS } from '../jwt/placeholder-secrets.ts';
import type { DecodedToken } from '../jwt/types.ts';

const HASHES: Readonly<Record<string, Parameters<typeof hmac>[0]>> = {
  HS256: sha256,
  HS384: sha384,
  HS512: sha512,
};

/** The published secret that a token's HMAC verifies with (RFC 8725 section 3.5), if any. */
export function placeholderOf({ header, segments }: DecodedToken): string | undefined {
  const alg = header?.alg;
  const hash = typeof alg === 'string' && Object.hasOwn(HASHES, alg) ? HASHES[alg] : undefined;
  const [head, payload, tail] = segments;
  if (!hash || !head || !payload || !tail || segments.length !== 3) return undefined;
  const { bytes } = readBase64url(tail.text);
  if (bytes?.length !== hash.outputLen) return undefined;
  const encoder = new TextEncoder();
  const input = encoder.encode(`${head.text}.${payload.text}`);
  return PLACEHOLDER_SECRETS.find((secret) => {
    const mac = hmac(hash, encoder.encode(secret), input);
    return mac.every((byte, index) => byte === bytes[index]);
  });
}
