import { decodeToken } from '../../lib/jwt/decode.ts';
import type { Vector } from './types.ts';

/** The names in `alg` and `enc` of a vector's token, in each of its headers. */
export function algorithmsOf(vector: Vector): ReadonlySet<string> {
  if (!('token' in vector)) return new Set();
  const { header, unprotected, recipients = [], signatures = [] } = decodeToken(vector.token);
  const headers = [header, unprotected, ...[...recipients, ...signatures].map((entry) => entry.header)];
  const names = headers.flatMap((entry) => [entry?.alg, entry?.enc]);
  return new Set(names.filter((name) => typeof name === 'string'));
}

/** The `kty` of each key that a vector brings as JWK or JWKS. */
export function keyTypesOf(vector: Vector): ReadonlySet<string | undefined> {
  if (!('key' in vector) || typeof vector.key !== 'object') return new Set();
  const keys = 'keys' in vector.key ? vector.key.keys : [vector.key as JsonWebKey];
  return new Set(keys.map(({ kty }) => kty));
}
