import type { Json } from '../../jwt/types.ts';

/** Claims that a button fills in. `exp` counts its seconds from now. */
export type ClaimKind = 'iat' | 'nbf' | 'jti' | 'nonce' | { readonly exp: number };

/** A claim's name and its fresh value. */
export function claimValue(kind: ClaimKind, now: number, newId: () => string): readonly [string, Json] {
  const seconds = Math.floor(now / 1_000);
  if (typeof kind === 'object') return ['exp', seconds + kind.exp];
  return [kind, kind === 'iat' || kind === 'nbf' ? seconds : newId()];
}

/** Seconds of a span such as `90`, `5 m`, `1 h` or `2 d`; undefined for anything else. */
export function readSpan(text: string): number | undefined {
  const match = /^\s*(-?\d{1,9})(?:\s*(s|m|min|h|d))?\s*$/i.exec(text);
  if (!match) return undefined;
  return Number(match[1]) * (UNITS[(match[2] ?? 's').toLowerCase()] ?? 1);
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3_600, d: 86_400 };
