import { parseUrl } from '../../oauth/url.ts';

/**
 * True when two URLs surely belong to different sites (HTML, "schemelessly same site", and the scheme). Without the
 * public suffix list the answer is certain only when the last two labels of the hosts differ; false says nothing.
 */
export function isSurelyCrossSite(a: string, b: string): boolean {
  const [one, other] = [parseUrl(a), parseUrl(b)];
  if (!one || !other) return false;
  if (one.protocol !== other.protocol) return true;
  return one.hostname !== other.hostname && siteLabels(one.hostname) !== siteLabels(other.hostname);
}

/** Hosts with different values here have different registrable domains. */
function siteLabels(host: string): string {
  const isAddress = host.startsWith('[') || /^[\d.]+$/.test(host);
  return isAddress ? host : host.replace(/\.$/, '').split('.').slice(-2).join('.');
}
