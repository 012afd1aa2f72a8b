import type { InferOutput } from 'valibot';
import type {
  CookieAttributesSchema,
  CookieExchangeSchema,
  FlowCookiesSchema,
  SentCookieSchema,
  SetCookieSchema,
} from '../schema/cookies-schema.ts';

/** The browsers whose rules for cookies differ. */
export type CookieBrowser = FlowCookies['browser'];

export type SameSite = NonNullable<CookieAttributes['sameSite']>;

/** What a `Set-Cookie` header says beside its value. */
export type CookieAttributes = InferOutput<typeof CookieAttributesSchema>;

/** A cookie that a response set: its attributes, and a keyed hash by which a changed value is seen. */
export type SetCookie = InferOutput<typeof SetCookieSchema>;

/** A cookie that a request carried. */
export type SentCookie = InferOutput<typeof SentCookieSchema>;

/** The cookies of one request and its response. No value is in it. */
export type CookieExchange = InferOutput<typeof CookieExchangeSchema>;

/** What is known of the cookies of a flow. */
export type FlowCookies = InferOutput<typeof FlowCookiesSchema>;

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
