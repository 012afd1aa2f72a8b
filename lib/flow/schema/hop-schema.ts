import * as v from 'valibot';
import { Finite, Moment, oneOf, PlainText, Present, shape } from '../../oauth/schema/value-schemas.ts';
import { RequestBodySchema } from './request-body-schema.ts';

/** One request and its answer in a redirect chain. */
export const HopSchema = shape({
  requestId: PlainText,
  method: PlainText,
  url: PlainText,
  /** What part it plays in its flow. */
  role: oneOf([
    'authorize request',
    'logout request',
    'provider',
    'broker',
    'callback',
    'logout return',
    'after callback',
  ]),
  /** How the browser came to it. */
  cause: oneOf(['start', 'redirect', 'page']),
  at: Moment,
  respondedAt: v.exactOptional(Moment),
  status: v.exactOptional(Finite),
  /** `Location` exactly as sent. */
  location: v.exactOptional(PlainText),
  /** `Referrer-Policy` of the answer, as sent. */
  referrerPolicy: v.exactOptional(PlainText),
  /** `X-Frame-Options` and the frame-ancestors of the answer, as sent, where it was loaded into a frame. */
  framing: v.exactOptional(PlainText),
  /** The browser's error name when there was no answer. */
  error: v.exactOptional(PlainText),
  body: v.exactOptional(RequestBodySchema),
  /** True when only its commit was seen: a service worker answered, or there is no access to the host. */
  unrequested: v.exactOptional(Present),
});
