/** Longest text searched for tokens; more is cut. */
export const MAX_SEARCHED = 1_000_000;

/** A token's place in a text: UTF-16 offsets. */
export interface TokenPlace {
  readonly token: string;
  readonly start: number;
  readonly end: number;
}

// A JOSE header is a JSON object, whose base64url form begins with `ey` for `{"`.
const COMPACT = /ey[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*)?/g;

/** True when a value has the outline of a compact JWS or JWE. */
export function looksLikeToken(value: string): boolean {
  const [first, ...rest] = value.split('.', 6);
  return first !== undefined && first.startsWith('ey') && (rest.length === 2 || rest.length === 4);
}

/** Every compact token in a text, in order: a URL, a header line, a log. Linear in the length of the text. */
export function findTokens(text: string): readonly TokenPlace[] {
  const places: TokenPlace[] = [];
  for (const match of text.slice(0, MAX_SEARCHED).matchAll(COMPACT)) {
    places.push({ token: match[0], start: match.index, end: match.index + match[0].length });
  }
  return places;
}
