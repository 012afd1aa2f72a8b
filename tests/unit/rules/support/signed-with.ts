import { createHmac } from 'node:crypto';
import { encodeText } from '../../../../lib/jwt/base64url.ts';
import type { JsonObject } from '../../../../lib/jwt/types.ts';

/** A compact JWS that is rightly signed with a shared secret by HS256, HS384 or HS512. */
export function signedWith(secret: string, header: JsonObject, claims: JsonObject): string {
  const input = `${encodeText(JSON.stringify(header))}.${encodeText(JSON.stringify(claims))}`;
  const hash = `sha${String(header.alg).slice(2)}`;
  return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`;
}
