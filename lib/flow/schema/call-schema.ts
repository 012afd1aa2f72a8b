import * as v from 'valibot';
import { CorsFaultSchema } from '../../oauth/schema/cors-fault-schema.ts';
import { Finite, listOf, Moment, oneOf, PlainText, shape } from '../../oauth/schema/value-schemas.ts';
import { FindingSchema } from './finding-schema.ts';

/** A call for a flow, run by the user or made by a page, such as the code exchange. Secrets of the request are left out. */
export const FlowCallSchema = shape({
  id: PlainText,
  /** Of a call of a page: who saw it. webRequest sees no body of a response. */
  seenBy: v.exactOptional(oneOf(['webRequest', 'devtools.network', 'both'])),
  profileId: PlainText,
  stepId: PlainText,
  name: PlainText,
  /** Milliseconds since the epoch. */
  at: Moment,
  /** Milliseconds until the whole answer was there. */
  elapsed: v.pipe(Finite, v.minValue(0, 'a duration')),
  method: PlainText,
  url: PlainText,
  encoding: oneOf(['none', 'form', 'json']),
  /** Header, form or JSON fields as sent; the value of a secret is absent. */
  fields: listOf(shape({ in: PlainText, name: PlainText, value: v.exactOptional(PlainText) })),
  /** HTTP status; absent when there was no answer. */
  status: v.exactOptional(Finite),
  /** Why there was no answer. */
  error: v.exactOptional(PlainText),
  /** Of the answer; absent members were not there. */
  contentType: v.exactOptional(PlainText),
  /** The answer's text, cut to 100,000 UTF-16 units. */
  body: v.exactOptional(PlainText),
  /** Why the browser kept the page from it, where CORS did. */
  cors: v.exactOptional(CorsFaultSchema),
  /** `Date` of the response, milliseconds since the epoch. */
  date: v.exactOptional(Moment),
  /** `Cache-Control` of the response, empty when it has none; absent where headers were not seen. */
  cacheControl: v.exactOptional(PlainText),
  /** `WWW-Authenticate` of the response. */
  challenge: v.exactOptional(PlainText),
  /** Fingerprints of the refresh token that a page sent, and of the one that it got; never their values. */
  refresh: v.exactOptional(shape({ sent: v.exactOptional(PlainText), given: v.exactOptional(PlainText) })),
  /** What the rules found while its secrets were there; no secret is in them. At most {@link MAX_CALL_FINDINGS}. */
  findings: v.exactOptional(listOf(FindingSchema)),
});
