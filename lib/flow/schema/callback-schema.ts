import * as v from 'valibot';
import { AuthorizationResponseSchema } from '../../oauth/schema/authorization-response-schema.ts';
import { Finite, Moment, oneOf, PlainText, shape } from '../../oauth/schema/value-schemas.ts';
import { RequestBodySchema } from './request-body-schema.ts';

/** The authorization response as it arrived. */
export const CallbackSchema = shape({
  url: PlainText,
  method: PlainText,
  body: v.exactOptional(RequestBodySchema),
  /** Milliseconds since the epoch, first sight. */
  at: Moment,
  response: AuthorizationResponseSchema,
  /** By what it was told from any other URL, strongest first. */
  recognition: oneOf(['redirect-uri-and-state', 'redirect-uri', 'state', 'parameters']),
  /** Whether it arrived anywhere. */
  delivery: oneOf([
    'pending',
    'answered',
    'unreachable',
    'pasted',
    'handed over',
    'shown',
    'held',
    'dropped',
  ]),
  /** The tab in which it arrived, when that is not the flow's. */
  tabId: v.exactOptional(Finite),
  /** HTTP status with which it was answered. */
  status: v.exactOptional(Finite),
  /** The browser's error name when it reached nobody. */
  error: v.exactOptional(PlainText),
});

/** A server-to-server callback that was pasted or read from an inbox. */
export const WebhookDeliverySchema = shape({
  id: PlainText,
  /** Milliseconds since the epoch, when it was submitted. */
  at: Moment,
  from: oneOf(['pasted', 'inbox']),
  inboxUrl: v.exactOptional(PlainText),
  /** The body as it came. */
  body: PlainText,
  /** Its parameters, read like those of an authorization response. */
  response: AuthorizationResponseSchema,
});
