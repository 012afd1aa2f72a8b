import { siteOf } from '../../oauth/site.ts';
import type { CookieBrowser } from './cookie-types.ts';

/** A navigation, as far as cookies depend on it. */
export interface Navigation {
  readonly method: string;
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** URL or origin of the page that caused it; absent when the browser itself did. */
  readonly initiator?: string;
  /** URLs of the requests of its redirect chain before this one, oldest first. */
  readonly chain: readonly string[];
  /** URL or origin of the tab's own page, for a navigation in a frame. */
  readonly top?: string;
  /** Whether the browser is set to block third-party cookies or, as Firefox is at first, to keep them apart by the site of the tab. */
  readonly thirdPartyBlocked?: boolean;
}

/** What decides, beside the cookie itself, whether it is sent. */
export interface CookieContext {
  readonly method: string;
  readonly url: string;
  readonly at: number;
  /** True when no other site caused the request. */
  readonly sameSite: boolean;
  readonly frame: 'none' | 'same-site' | 'cross-site';
  /** Site of the tab's own page. */
  readonly topSite: string | undefined;
  readonly thirdPartyBlocked: boolean;
}

/**
 * The context of a navigation (RFC 6265bis section 5.2). Chromium compares scheme and site of the page that caused it;
 * Firefox compares sites without schemes, and takes a redirect through another site for a request of that site.
 */
export function cookieContext(navigation: Navigation, browser: CookieBrowser): CookieContext {
  const { method, url, at, initiator, chain, top, thirdPartyBlocked = false } = navigation;
  const schemeful = browser === 'chromium';
  const site = siteOf(url, schemeful);
  const isOurs = (other: string): boolean => siteOf(other, schemeful) === site;
  const caused = initiator === undefined || isOurs(initiator);
  const led = browser === 'chromium' || chain.every(isOurs);
  return {
    method,
    url,
    at,
    sameSite: caused && led,
    frame: top === undefined ? 'none' : isOurs(top) ? 'same-site' : 'cross-site',
    topSite: siteOf(top ?? url, schemeful),
    thirdPartyBlocked,
  };
}
