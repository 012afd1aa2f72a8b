import { looksLikeToken } from './find-tokens.ts';
import type { DecodedToken, Json, JsonObject, NestedToken } from './types.ts';

/** Tokens inside each other that are unfolded. */
export const MAX_NESTING = 4;

/** Tokens that are unfolded in one payload. */
export const MAX_NESTED = 20;

/** Values of one payload that are looked at. */
const MAX_VALUES = 10_000;

/** The tokens that a payload holds, at any depth, or that it is. */
export function unfold(
  payload: JsonObject | undefined,
  text: string,
  decode: (token: string) => DecodedToken,
): readonly NestedToken[] {
  if (!payload) return looksLikeToken(text.trim()) ? [{ path: '', decoded: decode(text.trim()) }] : [];
  // Most payloads hold no token: one search spares the walk.
  if (!text.includes('"ey')) return [];
  const nested: NestedToken[] = [];
  const rest: { readonly path: string; readonly value: Json | undefined }[] = [{ path: '', value: payload }];
  for (let seen = 0; seen < MAX_VALUES && nested.length < MAX_NESTED; seen++) {
    const next = rest.pop();
    if (!next) break;
    const { path, value } = next;
    if (typeof value === 'string') {
      if (looksLikeToken(value)) nested.push({ path, decoded: decode(value) });
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).slice(0, MAX_VALUES);
      for (const [name, inner] of entries.reverse()) {
        rest.push({ path: path === '' ? name : `${path}.${name}`, value: inner as Json });
      }
    }
  }
  return nested;
}
