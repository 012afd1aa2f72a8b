import { isLoopback } from '../oauth/is-loopback.ts';
import { parseUrl } from '../oauth/url.ts';

/** True for http to a host that is not the machine itself, where anybody on the way reads along. */
export function isUnprotected(address: string): boolean {
  const url = parseUrl(address);
  return url?.protocol === 'http:' && !isLoopback(url.hostname);
}

/** A host and a port without a scheme before them, which a parser takes for a scheme and a path. */
const HOST_AND_PORT = /^[a-z0-9.-]+:\d{1,5}(?:[/?#]|$)/i;

/** True when a text begins with a scheme and can be parsed (RFC 3986 section 4.3). */
export function isAbsolute(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(text) && !HOST_AND_PORT.test(text) && parseUrl(text) !== undefined;
}

/** Schemes of what a browser runs or reads by itself: no server redirects there (RFC 9700 section 4.11). */
export function isRunByBrowser(text: string): boolean {
  return /^(?:javascript|vbscript|data|file|blob|about|view-source):/i.test(text);
}

/** True for a scheme that only an application on the device handles (RFC 8252 section 7.1). */
export function hasPrivateScheme(text: string): boolean {
  return isAbsolute(text) && !/^https?:/i.test(text) && !isRunByBrowser(text);
}
