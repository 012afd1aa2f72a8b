import type { HashValue } from './read-cookie-exchange.ts';

/** Octets of a hash that are kept: enough to tell values apart. */
const KEPT = 8;

/**
 * Hashes values under a key that is made here, cannot be exported and is gone with the page: no value can be found from its
 * hash. Hashes of two keys begin differently, so that they are not taken for a changed value.
 */
export async function createCookieHash(): Promise<HashValue> {
  const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const id = hex(crypto.getRandomValues(new Uint8Array(4)));
  return async (name, value) => {
    const text = new TextEncoder().encode(`${name}=${value}`);
    const digest = new Uint8Array(await crypto.subtle.sign('HMAC', key, text));
    return `${id}.${hex(digest.subarray(0, KEPT))}`;
  };
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
