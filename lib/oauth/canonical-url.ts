/**
 * Scheme, host and port that a browser writes as they stand: a host of lower-case labels or a dotted address, no user name,
 * no default port. Nearly every URL begins so, and parsing costs many times this test.
 */
const ORIGIN =
  /^https?:\/\/(?:(?:[a-z0-9-]{1,63}\.){0,9}[a-z][a-z0-9-]{0,62}|(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?:\.(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3})(?::(?!80\/|443\/)(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}))?(?=\/)/;

/** A path, query and fragment in which a browser encodes and resolves nothing. */
const REST = /^\/[A-Za-z0-9_~/-]*(?:\?[A-Za-z0-9_~.%=&:/?+*!$,;@()-]*)?(?:#[A-Za-z0-9_~.%=&:/?+-]*)?$/;

/** The origin of a URL that begins as a browser writes it; undefined when that takes parsing. */
export function canonicalOrigin(url: string): string | undefined {
  const origin = ORIGIN.exec(url)?.[0];
  // A label in Punycode may be none.
  return origin === undefined || origin.includes('xn--') ? undefined : origin;
}

/** True for a URL that a browser surely writes as it stands; false when that takes parsing. */
export function isCanonicalUrl(url: string): boolean {
  const origin = canonicalOrigin(url);
  return origin !== undefined && REST.test(url.slice(origin.length));
}

/** The URL to which an absolute path leads, when nothing in either has to be encoded or resolved; else undefined. */
export function canonicalTarget(path: string, base: string): string | undefined {
  if (!path.startsWith('/') || path.startsWith('//') || !REST.test(path)) return undefined;
  const origin = canonicalOrigin(base);
  return origin === undefined ? undefined : origin + path;
}
