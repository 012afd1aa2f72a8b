import type { DecodedToken, Json } from './types.ts';

/** One place where two tokens differ. A side is absent when the token has nothing there. */
export interface TokenDifference {
  /** Such as `header.alg` or `payload.claims.id_token.acr.values[0]`. */
  readonly path: string;
  readonly left?: Json;
  readonly right?: Json;
}

/** Differences that are told; more are cut. */
export const MAX_DIFFERENCES = 500;

/** What differs between the headers and payloads of two tokens, in the order of the left one. The order of names is none. */
export function differenceOf(left: DecodedToken, right: DecodedToken): readonly TokenDifference[] {
  const differences: TokenDifference[] = [];
  const parts = [
    ['header', left.header, right.header],
    ['unprotected', left.unprotected, right.unprotected],
    ['payload', left.payload ?? left.payloadText, right.payload ?? right.payloadText],
  ] as const;
  for (const [path, one, other] of parts) compare(path, one, other, differences);
  return differences;
}

function compare(
  path: string,
  left: Json | undefined,
  right: Json | undefined,
  differences: TokenDifference[],
): void {
  if (left === right || differences.length >= MAX_DIFFERENCES) return;
  if (Array.isArray(left) && Array.isArray(right)) {
    const length = Math.max(left.length, right.length);
    for (let index = 0; index < length && differences.length < MAX_DIFFERENCES; index++) {
      compare(`${path}[${index}]`, left[index], right[index], differences);
    }
  } else if (isObject(left) && isObject(right)) {
    for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
      compare(`${path}.${name}`, own(left, name), own(right, name), differences);
    }
  } else {
    differences.push({
      path,
      ...(left === undefined ? {} : { left }),
      ...(right === undefined ? {} : { right }),
    });
  }
}

function own(object: { readonly [name: string]: Json | undefined }, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function isObject(value: Json | undefined): value is { readonly [name: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
