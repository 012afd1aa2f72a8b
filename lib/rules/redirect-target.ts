import { isLoopback } from '../oauth/is-loopback.ts';
import { parseUrl } from '../oauth/url.ts';

/** True for http to a host that is not the machine itself, where anybody on the way reads along. */
export function isUnprotected(address: string): boolean {
  const url = parseUrl(address);
  return url?.protocol === 'http:' && !isLoopback(url.hostname);
}

/** True when a text begins with a scheme and can be parsed (RFC 3986 section 4.3). */
export function isAbsolute(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(text) && parseUrl(text) !== undefined;
}

/** True for a scheme that only an application on the device handles (RFC 8252 section 7.1). */
export function hasPrivateScheme(text: string): boolean {
  return isAbsolute(text) && !/^https?:/i.test(text);
}
