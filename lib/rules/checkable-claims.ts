import { MILLISECONDS_FROM } from '../jwt/check-claims.ts';
import type { JsonObject } from '../jwt/types.ts';

const TIMES: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat']);

/** Claims without times that are no numbers of seconds: what is wrong with those is a finding of its own. */
export function checkableClaims(claims: JsonObject): JsonObject {
  const isSound = ([name, value]: readonly [string, unknown]): boolean =>
    !TIMES.has(name) || (typeof value === 'number' && Math.abs(value) < MILLISECONDS_FROM);
  return Object.fromEntries(Object.entries(claims).filter(isSound));
}
