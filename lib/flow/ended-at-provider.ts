import type { Flow } from './types.ts';

/**
 * True for a logout that ended on a page of the provider (OpenID Connect RP-Initiated Logout 1.0 section 2): nothing was
 * named to come back to, or the page is what followed after the person confirmed by a form.
 */
export function endedAtProvider({ logout, returned, hops }: Flow): boolean {
  const status = hops.at(-1)?.status;
  if (!logout || returned || status === undefined || status < 200 || status >= 300) return false;
  return !logout.returnUri || hops.slice(1).some(({ method }) => method === 'POST');
}
