import * as v from 'valibot';
import {
  Finite,
  listOf,
  Moment,
  oneOf,
  PlainText,
  Present,
  shape,
} from '../../oauth/schema/value-schemas.ts';

const ATTRIBUTES = {
  name: PlainText,
  /** Lower case, without a leading dot; absent for a cookie of its host alone. */
  domain: v.exactOptional(PlainText),
  /** As sent, beginning with a slash; absent when the default path counts. */
  path: v.exactOptional(PlainText),
  /** Milliseconds since the epoch; absent when the cookie ends with the browser's session. */
  expires: v.exactOptional(Finite),
  secure: v.exactOptional(Present),
  httpOnly: v.exactOptional(Present),
  partitioned: v.exactOptional(Present),
  /** Absent when the header names none, or one that is unknown. */
  sameSite: v.exactOptional(oneOf(['None', 'Lax', 'Strict'])),
};

/** What a `Set-Cookie` header says beside its value. */
export const CookieAttributesSchema = shape(ATTRIBUTES);

/** A cookie that a response set: its attributes, and a keyed hash by which a changed value is seen. */
export const SetCookieSchema = shape({ ...ATTRIBUTES, hash: PlainText });

/** A cookie that a request carried. */
export const SentCookieSchema = shape({
  name: PlainText,
  hash: PlainText,
  /** Where the browser lists them beside the header, as Chromium does. */
  attributes: v.exactOptional(CookieAttributesSchema),
});

/** The cookies of one request and its response. No value is in it. */
export const CookieExchangeSchema = shape({
  method: PlainText,
  /** Without query and fragment. */
  url: PlainText,
  /** Milliseconds since the epoch, as DevTools stamped the request. */
  at: Moment,
  /** Absent where the browser did not show the headers that were sent. */
  sent: v.exactOptional(listOf(SentCookieSchema)),
  set: listOf(SetCookieSchema),
});

/** What is known of the cookies of a flow. */
export const FlowCookiesSchema = shape({
  browser: oneOf(['chromium', 'firefox']),
  /** In the order of their time; at most {@link MAX_COOKIE_EXCHANGES}. */
  exchanges: listOf(CookieExchangeSchema),
});
