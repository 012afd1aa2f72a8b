/** True for an IP address of this machine, as `URL.hostname` writes it: 127.0.0.0/8 or `[::1]` (RFC 8252 section 7.3). */
export function isLoopbackAddress(hostname: string): boolean {
  return /^(?:127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/**
 * True for a host that is this machine, as `URL.hostname` writes it (RFC 8252 sections 7.3 and 8.3; `localhost` and names
 * under it, RFC 6761 section 6.3).
 */
export function isLoopback(hostname: string): boolean {
  return isLoopbackAddress(hostname) || /^(?:localhost|[\w.-]+\.localhost)$/i.test(hostname);
}
