import { getDomain, getPublicSuffix } from 'tldts';
import { parseUrl } from './url.ts';

/** Suffixes of hosting providers, under which each customer is a site of its own, count as the browsers count them. */
const OPTIONS = { allowPrivateDomains: true } as const;

/**
 * The site of a URL: its registrable domain by the public suffix list, or the whole host of an address or a name without a
 * dot (HTML standard, "obtain a site"). Undefined when there is no host.
 * @param schemeful whether `http` and `https` are different sites, as in Chromium
 */
export function siteOf(url: string, schemeful = false): string | undefined {
  const parsed = parseUrl(url);
  if (!parsed?.hostname) return undefined;
  const site = registrableDomain(parsed.hostname);
  return schemeful ? `${parsed.protocol}//${site}` : site;
}

/** The registrable domain of a host name by the public suffix list; the host itself where it has none. */
export function registrableDomain(hostname: string): string {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  return getDomain(host, OPTIONS) ?? host;
}

/** True for a host that is a public suffix: a cookie for it would reach the sites of others. */
export function isPublicSuffix(hostname: string): boolean {
  const host = hostname.toLowerCase();
  return getPublicSuffix(host, OPTIONS) === host;
}
