import { splitUrl } from './url.ts';

/**
 * True when a URL is the redirect URI with response parameters added: equal scheme, authority and path, and every
 * parameter that the redirect URI itself has (RFC 6749 section 3.1.2, RFC 9700 section 2.1). Letter case counts only
 * after the authority.
 */
export function isAtRedirectUri(url: string, redirectUri: string): boolean {
  if (redirectUri === '') return false;
  const actual = splitUrl(url);
  const expected = splitUrl(redirectUri);
  if (canonicalBase(actual.base) !== canonicalBase(expected.base)) return false;
  if (!expected.query) return true;
  const present = new Set((actual.query ?? '').split('&'));
  return expected.query.split('&').every((segment) => present.has(segment));
}

/**
 * What a browser writes as it stands: a host of lower-case labels or a dotted address, no default port, and a path in
 * which nothing is encoded or resolved. Nearly every base is one, and parsing costs many times this test.
 */
const CANONICAL =
  /^https?:\/\/(?:(?:[a-z0-9-]{1,63}\.){0,9}[a-z][a-z0-9-]{0,62}|(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?:\.(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3})(?::(?!80\/|443\/)[1-9][0-9]{0,4})?\/[A-Za-z0-9_~/-]*$/;

/** A base as the browser writes it: host in lower case, default port left out, empty path as `/`. */
function canonicalBase(base: string): string {
  if (CANONICAL.test(base)) return base;
  try {
    const { protocol, host, pathname } = new URL(base);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return base;
  }
}
