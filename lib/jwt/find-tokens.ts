/** Longest text searched for tokens; more is cut. */
export const MAX_SEARCHED = 1_000_000;

/** Tokens that are taken from one text. */
export const MAX_FOUND = 200;

/** A token's place in a text: UTF-16 offsets. */
export interface TokenPlace {
  readonly token: string;
  readonly start: number;
  readonly end: number;
}

/** A token and the name of the place where it was found, such as `request`, `DAuth header` or `text`. */
export interface OfferedToken extends TokenPlace {
  readonly found: string;
}

// Runs are cut at every other character and tried at their beginning only, so that the search is linear whatever the text.
const RUN = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*){2,}/g;
const SHORTEST_HEADER = 10;

/** True when a value has the outline of a compact JWS or JWE. */
export function looksLikeToken(value: string): boolean {
  if (!value.startsWith('ey')) return false;
  const count = value.split('.', 6).length;
  return count === 3 || count === 5;
}

/** Every compact token in a text, in order: a URL, a header line, a log. Linear in the length of the text. */
export function findTokens(text: string): readonly TokenPlace[] {
  const places: TokenPlace[] = [];
  for (const match of text.slice(0, MAX_SEARCHED).matchAll(RUN)) {
    const run = match[0];
    let at = 0;
    while (at < run.length && places.length < MAX_FOUND) {
      const place = nextIn(run, at);
      if (!place) break;
      at = place.end;
      places.push({ token: place.token, start: place.start + match.index, end: place.end + match.index });
    }
  }
  return places;
}

/** The next token of a run of base64url characters and dots. */
function nextIn(run: string, from: number): TokenPlace | undefined {
  let at = from;
  while (at < run.length) {
    const dot = run.indexOf('.', at);
    if (dot < 0) return undefined;
    const start = headerStart(run.slice(at, dot));
    if (start >= 0) return take(run, at + start, dot);
    at = dot + 1;
  }
  return undefined;
}

/**
 * Where a header begins in a segment: a JOSE header is a JSON object, whose base64url form begins with `ey` for `{"`. What
 * stands before it belongs to the text, as the `3D` of `%3D` does.
 */
function headerStart(segment: string): number {
  const quoted = segment.startsWith('ey') ? 0 : segment.search(/ey[IJ]/);
  const start = quoted >= 0 ? quoted : segment.indexOf('ey');
  return start >= 0 && segment.length - start >= SHORTEST_HEADER ? start : -1;
}

/** Takes three segments, or five when the last two hold something; otherwise those dots are the text's own. */
function take(run: string, start: number, firstDot: number): TokenPlace | undefined {
  const dots = [firstDot];
  for (let dot = firstDot; dots.length < 5; dots.push(dot)) {
    dot = run.indexOf('.', dot + 1);
    if (dot < 0) break;
  }
  if (dots.length < 2) return undefined;
  const encrypted = dots.length >= 4 && run.slice(dots[2], dots[4]).length > 2;
  const end = (encrypted ? dots[4] : dots[2]) ?? run.length;
  return { token: run.slice(start, end), start, end };
}

/** Characters before a token in which its name is looked for. */
const NAME_WITHIN = 120;

/** How a token is introduced, first match wins: what stands right before it, and what that is called. */
const INTRODUCTIONS: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/(?:^|[\s'"])([A-Za-z][\w-]*):\s*(?:Bearer|DPoP|JWT)\s+$/i, (name) => `${name} header`],
  [/(?:^|\s|-H\s?\$?['"])([A-Za-z][\w-]*):[ \t]*$/, (name) => `${name} header`],
  [/\b(?:Bearer|DPoP)\s+$/, () => 'Authorization header'],
  [/(?:^|%3F|%26|%23|[^\w.[\]%-])([\w.[\]-]+)(?:=|%3D)['"]?$/i, (name) => name],
  [/["']([\w.-]+)\\?["']\s*:\s*\\?["']$/, (name) => name],
];

/** Every token in a text with the name of where it stands: a parameter, a JSON member, a header or the text itself. */
export function offerTokens(text: string): readonly OfferedToken[] {
  return findTokens(text).map((place) => {
    const before = text.slice(Math.max(0, place.start - NAME_WITHIN), place.start);
    return { ...place, found: nameOf(before) };
  });
}

function nameOf(before: string): string {
  for (const [pattern, name] of INTRODUCTIONS) {
    const match = pattern.exec(before);
    if (match) return name(match[1] ?? '');
  }
  return 'text';
}
