/** True for a host that is this machine (RFC 8252 sections 7.3 and 8.3; `localhost` and names under it, RFC 6761 section 6.3). */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|[\w.-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
}
