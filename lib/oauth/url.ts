import { canonicalOrigin, canonicalTarget, isCanonicalUrl } from './canonical-url.ts';

/** A URL cut into its parts without decoding or normalising anything. */
export interface UrlParts {
  /** Everything before `?` and `#`. */
  readonly base: string;
  /** Between `?` and `#`; undefined when there is no `?`. */
  readonly query?: string;
  /** After `#`; undefined when there is no `#`. */
  readonly fragment?: string;
}

/** Cuts a URL at `?` and `#` (RFC 3986 section 3) and keeps every character. */
export function splitUrl(url: string): UrlParts {
  const hash = url.indexOf('#');
  const beforeHash = hash < 0 ? url : url.slice(0, hash);
  const question = beforeHash.indexOf('?');
  return {
    base: question < 0 ? beforeHash : beforeHash.slice(0, question),
    ...(question < 0 ? {} : { query: beforeHash.slice(question + 1) }),
    ...(hash < 0 ? {} : { fragment: url.slice(hash + 1) }),
  };
}

/** Parses a URL, or undefined when it is none. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/**
 * Resolves a `Location` against the URL it answers (RFC 9110 section 10.2.2), inheriting the fragment when it brings
 * none. Undefined when it is no URL.
 */
export function resolveLocation(location: string, requestUrl: string): string | undefined {
  if (location.includes('#') || !requestUrl.includes('#')) {
    const known = isCanonicalUrl(location) ? location : canonicalTarget(location, requestUrl);
    if (known !== undefined) return known;
  }
  const target = parseUrl(location, requestUrl);
  if (!target) return undefined;
  const inherited = splitUrl(requestUrl).fragment;
  if (target.hash === '' && inherited && !location.includes('#')) target.hash = inherited;
  return target.href;
}

/** Scheme, host and port, also for schemes to which the URL standard gives no origin (`myapp://host`). */
export function originOf(url: string): string {
  const known = canonicalOrigin(url);
  if (known !== undefined) return known;
  const parsed = parseUrl(url);
  if (!parsed) return '';
  return parsed.origin === 'null' ? `${parsed.protocol}//${parsed.host}` : parsed.origin;
}

/** Host and port for display; the scheme where there is no host. */
export function hostOf(url: string): string {
  const parsed = parseUrl(url);
  if (!parsed) return '';
  return parsed.host === '' ? parsed.protocol : parsed.host;
}

/** True for `http:` and `https:`. */
export function isHttp(url: string): boolean {
  return /^https?:/i.test(url);
}
