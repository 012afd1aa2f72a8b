import { isLoopback } from '../../oauth/is-loopback.ts';
import { parseUrl } from '../../oauth/url.ts';
import type { CookieContext } from './cookie-context.ts';
import type { CookieAttributes, CookieBrowser, CookieWithholding } from './cookie-types.ts';

/** A cookie in the browser: what its header said, and the response that set it. */
export interface KeptCookie {
  readonly attributes: CookieAttributes;
  /** URL of the request whose response set it. */
  readonly url: string;
  /** Milliseconds since the epoch, when it got its value: setting the same again does not begin Chromium's two minutes anew. */
  readonly at: number;
  /** Site of the tab's own page then. */
  readonly topSite: string | undefined;
}

/** Milliseconds for which Chromium sends a cookie without SameSite with a POST that another site caused. */
export const LAX_ALLOWING_UNSAFE = 2 * 60_000;

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * Why a cookie is not sent with a request (RFC 6265bis section 5.8.3); undefined when it is sent. Settings and extensions
 * that block cookies count as far as the context knows them.
 */
export function whyWithheld(
  { attributes, url, at, topSite }: KeptCookie,
  context: CookieContext,
  browser: CookieBrowser,
): CookieWithholding | undefined {
  const target = parseUrl(context.url);
  if (!target) return 'host';
  if (!isOfHost(attributes, url, target.hostname)) return 'host';
  if (!isOfPath(target.pathname, attributes.path ?? defaultPath(url))) return 'path';
  if (attributes.secure && target.protocol !== 'https:' && !isLoopback(target.hostname)) return 'secure';
  if (attributes.expires !== undefined && attributes.expires <= context.at) return 'expired';
  if (attributes.partitioned && topSite !== context.topSite) return 'partition';
  const bySite = bySameSite(attributes, at, context, browser);
  const blocked = context.thirdPartyBlocked && context.frame === 'cross-site' && !attributes.partitioned;
  return bySite ?? (blocked ? 'third-party' : undefined);
}

function bySameSite(
  { sameSite }: CookieAttributes,
  setAt: number,
  { method, at, sameSite: isSameSite, frame }: CookieContext,
  browser: CookieBrowser,
): CookieWithholding | undefined {
  // Firefox takes a cookie without the attribute for SameSite=None.
  const rule = sameSite ?? (browser === 'firefox' ? 'None' : 'default');
  if (rule === 'None' || (isSameSite && frame !== 'cross-site')) return undefined;
  if (rule === 'Strict') return 'strict';
  if (frame !== 'none') return rule === 'Lax' ? 'lax-frame' : 'default-frame';
  if (SAFE.has(method.toUpperCase())) return undefined;
  if (rule === 'Lax') return 'lax-method';
  return at - setAt < LAX_ALLOWING_UNSAFE ? undefined : 'default-method';
}

function isOfHost({ domain }: CookieAttributes, setBy: string, host: string): boolean {
  const setter = parseUrl(setBy)?.hostname ?? '';
  return domain === undefined ? host === setter : domainMatches(host, domain);
}

/** RFC 6265bis section 5.1.3. */
export function domainMatches(host: string, domain: string): boolean {
  if (host === domain) return true;
  return host.endsWith(`.${domain}`) && !/^[\d.]+$|^\[/.test(host);
}

/** RFC 6265bis section 5.1.4. */
function isOfPath(requested: string, path: string): boolean {
  if (requested === path) return true;
  return requested.startsWith(path) && (path.endsWith('/') || requested[path.length] === '/');
}

/** The path of a cookie whose header names none (RFC 6265bis section 5.1.4). */
function defaultPath(url: string): string {
  const pathname = parseUrl(url)?.pathname ?? '/';
  const last = pathname.lastIndexOf('/');
  return last <= 0 ? '/' : pathname.slice(0, last);
}
