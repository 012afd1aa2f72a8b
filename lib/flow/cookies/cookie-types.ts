/** The browsers whose rules for cookies differ. */
export type CookieBrowser = 'chromium' | 'firefox';

export type SameSite = 'None' | 'Lax' | 'Strict';

/** What a `Set-Cookie` header says beside its value. */
export interface CookieAttributes {
  readonly name: string;
  /** Lower case, without a leading dot; absent for a cookie of its host alone. */
  readonly domain?: string;
  /** As sent, beginning with a slash; absent when the default path counts. */
  readonly path?: string;
  /** Milliseconds since the epoch; absent when the cookie ends with the browser's session. */
  readonly expires?: number;
  readonly secure?: true;
  readonly httpOnly?: true;
  readonly partitioned?: true;
  /** Absent when the header names none, or one that is unknown. */
  readonly sameSite?: SameSite;
}

/** A cookie that a response set: its attributes, and a keyed hash by which a changed value is seen. */
export interface SetCookie extends CookieAttributes {
  readonly hash: string;
}

/** A cookie that a request carried. */
export interface SentCookie {
  readonly name: string;
  readonly hash: string;
  /** Where the browser lists them beside the header, as Chromium does. */
  readonly attributes?: CookieAttributes;
}

/** The cookies of one request and its response. No value is in it. */
export interface CookieExchange {
  readonly method: string;
  /** Without query and fragment. */
  readonly url: string;
  /** Milliseconds since the epoch, as DevTools stamped the request. */
  readonly at: number;
  /** Absent where the browser did not show the headers that were sent. */
  readonly sent?: readonly SentCookie[];
  readonly set: readonly SetCookie[];
}

/** What is known of the cookies of a flow. */
export interface FlowCookies {
  readonly browser: CookieBrowser;
  /** In the order of their time; at most {@link MAX_COOKIE_EXCHANGES}. */
  readonly exchanges: readonly CookieExchange[];
}

/** Exchanges whose cookies one flow keeps, the last ones. */
export const MAX_COOKIE_EXCHANGES = 200;

/** Cookies of one exchange that are kept, in each direction. */
export const MAX_COOKIES = 100;

/** Why a browser does not keep a cookie that a response set. */
export type CookieRefusal =
  | 'none-without-secure' // SameSite=None without Secure
  | 'secure-over-http'
  | 'prefix' // __Host- or __Secure- without what they demand
  | 'domain' // a Domain to which the host does not belong, or a public suffix
  | 'partitioned-without-secure'
  | 'cross-site-frame'; // SameSite=Lax or Strict from a response in a frame of another site

/** Why a cookie that is kept is not sent with a request. */
export type CookieWithholding =
  | 'host'
  | 'path'
  | 'secure'
  | 'expired'
  | 'strict' // SameSite=Strict, and another site caused the request
  | 'lax-method' // SameSite=Lax, and another site caused a request with an unsafe method
  | 'lax-frame' // SameSite=Lax, in a frame
  | 'default-method' // no SameSite, taken for Lax, and older than two minutes
  | 'default-frame' // no SameSite, taken for Lax, in a frame
  | 'partition' // kept apart by the site of the tab
  | 'third-party' // in a frame of another site, in a browser that blocks third-party cookies or keeps them apart by tab
  | 'not-explained';
