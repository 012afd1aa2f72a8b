import { decodeToken } from '../../lib/jwt/decode.ts';
import type { JwkSet } from '../../lib/jwt/verify-types.ts';
import type { Vector } from './types.ts';

/** What `alg` and `enc` say in the protected, the shared and the recipients' headers of a vector's token. */
export function algorithmsOf(vector: Vector): ReadonlySet<string> {
  if (!('token' in vector)) return new Set();
  const { header, unprotected, recipients = [] } = decodeToken(vector.token);
  const headers = [header, unprotected, ...recipients.map((entry) => entry.header)];
  const names = headers.flatMap((entry) => [entry?.alg, entry?.enc]);
  return new Set(names.filter((name) => typeof name === 'string'));
}

/** The `kty` of each key that a vector brings as JWK or JWKS. */
export function keyTypesOf(vector: Vector): ReadonlySet<string | undefined> {
  if (!('key' in vector)) return new Set();
  const { key } = vector as { readonly key: JsonWebKey | JwkSet };
  const keys = Array.isArray((key as Partial<JwkSet>).keys) ? (key as JwkSet).keys : [key as JsonWebKey];
  return new Set(keys.map(({ kty }) => kty));
}
