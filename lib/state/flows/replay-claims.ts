import type { Json, JsonObject } from '../../jwt/types.ts';

/** What a request object's claims are regenerated with. Times are seconds since the epoch. */
export interface RegeneratedClaims {
  /** Old values and what stands in their place, wherever they are. */
  readonly replaced: ReadonlyMap<string, string>;
  readonly now: number;
  /** For jti. */
  readonly id: string;
}

const MAX_DEPTH = 20;

/**
 * The claims of a request object as if it were made now: the replaced values, a new jti, and iat, nbf and exp moved so
 * that it lives as long as it did (RFC 7519 section 4.1).
 */
export function regenerateClaims(claims: JsonObject, fresh: RegeneratedClaims): JsonObject {
  const copied = replaceIn(claims, fresh.replaced, 0) as JsonObject;
  const began = [claims.iat, claims.nbf].find((time) => typeof time === 'number');
  const moved: Record<string, Json | undefined> = { ...copied };
  if (typeof claims.iat === 'number') moved.iat = fresh.now;
  if (typeof claims.nbf === 'number')
    moved.nbf = began === undefined ? fresh.now : fresh.now + (claims.nbf - began);
  if (typeof claims.exp === 'number') {
    const lifetime = began === undefined ? DEFAULT_LIFETIME : claims.exp - began;
    moved.exp = fresh.now + Math.max(lifetime, 1);
  }
  if (typeof claims.jti === 'string') moved.jti = fresh.id;
  return moved;
}

/** Seconds for which an object lives that does not say when it began. */
const DEFAULT_LIFETIME = 300;

function replaceIn(
  value: Json | undefined,
  replaced: ReadonlyMap<string, string>,
  depth: number,
): Json | undefined {
  if (typeof value === 'string') return replaced.get(value) ?? value;
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((one: Json) => replaceIn(one, replaced, depth + 1) ?? null);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, replaceIn(member as Json, replaced, depth + 1)]),
  );
}
