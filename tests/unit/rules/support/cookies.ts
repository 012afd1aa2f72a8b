import type { CookieBrowser, CookieExchange } from '../../../../lib/flow/cookies/cookie-types.ts';
import { readSetCookie } from '../../../../lib/flow/cookies/read-set-cookie.ts';
import type { Flow } from '../../../../lib/flow/types.ts';

/** Cookies of one request; `set` are headers, `sent` names. */
interface Seen {
  /** Number of a hop; an address and the milliseconds before the flow for another request. */
  readonly hop?: number;
  readonly url?: string;
  readonly before?: number;
  readonly set?: readonly string[];
  readonly sent?: readonly string[];
}

/** A flow with cookies of its requests, as DevTools showed them. The hash of a value is the value. */
export function withCookies(flow: Flow, seen: readonly Seen[], browser: CookieBrowser = 'chromium'): Flow {
  const exchanges = seen.map((one): CookieExchange => {
    const hop = one.hop === undefined ? undefined : flow.hops[one.hop];
    const at = hop?.at ?? flow.startedAt - (one.before ?? 1_000);
    return {
      method: hop?.method ?? 'GET',
      url: (one.url ?? hop?.url ?? '').replace(/[?#].*/, ''),
      at,
      ...(one.sent ? { sent: one.sent.map((name) => ({ name, hash: name })) } : {}),
      set: (one.set ?? []).flatMap((header) => {
        const read = readSetCookie(header, at);
        return read ? [{ ...read.attributes, hash: read.value }] : [];
      }),
    };
  });
  return { ...flow, cookies: { browser, exchanges } };
}
