import { parseUrl } from '../oauth/url.ts';
import type { NetFailure, NetResult } from './net-failure.ts';
import { type BoundedText, readBounded } from './read-bounded.ts';

/** What is sent. */
export interface NetRequest {
  readonly url: string;
  /** GET when it is absent. */
  readonly method?: string;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
}

/** What bounds a request, and what it needs of the world. */
export interface NetOptions {
  /** Bytes of the decoded body that are read at most. */
  readonly limit: number;
  /** Milliseconds from sending to the last byte. */
  readonly timeout: number;
  /** Replaced in tests. */
  readonly fetch?: typeof globalThis.fetch;
  /** Gives the request up. */
  readonly signal?: AbortSignal;
  /** Calls back after some milliseconds; gives how to stop. */
  readonly after?: (milliseconds: number, run: () => void) => () => void;
  /** False when the browser says that it is offline. */
  readonly online?: () => boolean;
}

/** An answer, whatever its status. */
export interface TextAnswer extends BoundedText {
  /** The address that answered: no redirect is followed, so that it is the one that was asked. */
  readonly address: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

const afterTimeout = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Sends one request and reads the beginning of what is answered: bounded in bytes while it streams and in time, without
 * cookies, cache or referrer. No redirect is followed, also not within the origin: an extension does not see where it leads
 * before it went there. Never throws.
 */
export async function fetchText(request: NetRequest, options: NetOptions): Promise<NetResult<TextAnswer>> {
  const { url, method = 'GET', headers = [], body } = request;
  const { limit, timeout, fetch = globalThis.fetch, signal, after = afterTimeout } = options;
  const address = parseUrl(url);
  if (!address || !/^https?:$/.test(address.protocol) || address.username !== '' || address.password !== '') {
    return failed({ code: 'address', address: url });
  }
  const stop = new AbortController();
  let late = false;
  const cancelTimer = after(timeout, () => {
    late = true;
    stop.abort();
  });
  const cancel = (): void => stop.abort();
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted) cancel();
  try {
    const response = await fetch(url, {
      method,
      headers: headers.map(([name, value]) => [name, value] as [string, string]),
      ...(body === undefined ? {} : { body }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    });
    if (isRedirect(response)) return failed(redirected(response, url));
    const read = await readBounded(response, limit);
    if (read.cut) stop.abort();
    const { status, statusText } = response;
    return {
      ok: true,
      value: { ...read, address: response.url || url, status, statusText, headers: [...response.headers] },
    };
  } catch (error) {
    if (late || isTimeout(error)) return failed({ code: 'timeout', address: url, milliseconds: timeout });
    if (signal?.aborted) return failed({ code: 'cancelled', address: url });
    if (options.online?.() === false) return failed({ code: 'offline', address: url });
    return failed({ code: 'unreachable', address: url, error });
  } finally {
    cancelTimer();
    signal?.removeEventListener('abort', cancel);
  }
}

/** Of a signal that ends by itself. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

/** A browser hides a redirect that is not followed; elsewhere it is an answer like others. */
function isRedirect({ type, status, headers }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status <= 399 && headers.has('location'));
}

function redirected({ status, headers }: Response, address: string): NetFailure {
  const location = headers.get('location');
  return {
    code: 'redirected',
    address,
    ...(status === 0 ? {} : { status }),
    ...(location === null ? {} : { location }),
  };
}

function failed(failure: NetFailure): { readonly ok: false; readonly failure: NetFailure } {
  return { ok: false, failure };
}
