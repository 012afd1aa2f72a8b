import { isLoopback } from '../../oauth/is-loopback.ts';
import { isPublicSuffix } from '../../oauth/site.ts';
import { parseUrl } from '../../oauth/url.ts';
import type { CookieContext } from './cookie-context.ts';
import type { CookieAttributes, CookieRefusal } from './cookie-types.ts';
import { domainMatches } from './predict-cookie.ts';

/** Why a browser does not keep a cookie that a response set (RFC 6265bis section 5.7); undefined when it keeps it. */
export function cookieRefusal(
  cookie: CookieAttributes,
  { url, sameSite: isSameSite, frame }: Pick<CookieContext, 'url' | 'sameSite' | 'frame'>,
): CookieRefusal | undefined {
  const { domain, secure, sameSite, partitioned } = cookie;
  const { hostname = '', protocol = '' } = parseUrl(url) ?? {};
  if (domain !== undefined && !domainMatches(hostname, domain)) return 'domain';
  if (domain !== undefined && domain !== hostname && isPublicSuffix(domain)) return 'domain';
  if (secure && protocol !== 'https:' && !isLoopback(hostname)) return 'secure-over-http';
  if (!hasWhatPrefixDemands(cookie)) return 'prefix';
  if (sameSite === 'None' && !secure) return 'none-without-secure';
  if (partitioned && !secure) return 'partitioned-without-secure';
  const strange = frame === 'cross-site' || (frame === 'same-site' && !isSameSite);
  return strange && (sameSite === 'Lax' || sameSite === 'Strict') ? 'cross-site-frame' : undefined;
}

/** RFC 6265bis section 5.4: letter case does not count. */
function hasWhatPrefixDemands({ name, secure, path, domain }: CookieAttributes): boolean {
  const lower = name.toLowerCase();
  if (lower.startsWith('__secure-')) return secure === true;
  if (lower.startsWith('__host-')) return secure === true && path === '/' && domain === undefined;
  return true;
}
