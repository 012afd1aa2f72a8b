import * as v from 'valibot';
import { Finite, Flag, listOf, Moment, oneOf, PlainText, shape } from '../../oauth/schema/value-schemas.ts';
import { RequestBodySchema } from './request-body-schema.ts';

/** One difference between a callback as it came and as it was released. Absent on one side: added or left out. */
export const ParameterChangeSchema = shape({
  name: PlainText,
  from: v.exactOptional(PlainText),
  to: v.exactOptional(PlainText),
});

const RELEASED_REQUEST = { url: PlainText, method: PlainText, body: v.exactOptional(RequestBodySchema) };

/** The request by which a held callback goes on to the application. */
export const ReleasedRequestSchema = shape(RELEASED_REQUEST);

/**
 * What reaches the application differently because the callback was held:
 * - `fetch-site`: Sec-Fetch-Site says less than it would have, since the redirects before are forgotten
 * - `embedding-page`: the page around the frame navigates it, and is the initiator and the Referer
 * - `own-tab`: it arrives in a new tab instead of its frame or tab
 * - `form-again`: the form is sent by a page without origin; window.opener is gone
 * - `origin-unknown`: nobody saw which page sent it, so Origin is null
 */
export const ReleaseDifferenceSchema = oneOf([
  'fetch-site',
  'embedding-page',
  'own-tab',
  'form-again',
  'origin-unknown',
]);

/** What a request was before it was stopped. */
export const ArrivalSchema = shape({
  /** Origin of the page that caused the navigation; absent when a person did, or nobody saw it. */
  initiator: v.exactOptional(PlainText),
  /** Whether a reload by the browser repeats `Sec-Fetch-Site`. */
  repeatable: Flag,
});

/** Of every hold. */
const HOLD = {
  /** Random, so that no page can guess the address of the hold page. */
  id: PlainText,
  heldAt: Moment,
  arrival: v.exactOptional(ArrivalSchema),
};

/** What became of a callback that was stopped before the application received it: it waits, was released, or was dropped. */
export const FlowHoldSchema = v.variant(
  'kind',
  [
    shape({ ...HOLD, kind: v.literal('held') }),
    shape({
      ...HOLD,
      kind: v.literal('released'),
      releasedAt: Moment,
      /** What went to the application, and the tab it went to. */
      released: shape({ ...RELEASED_REQUEST, tabId: Finite }),
      /** What differs from the callback as it came; none when it was released as it was. */
      changes: listOf(ParameterChangeSchema),
      /** What the browser sent differently because it was held. */
      differences: v.exactOptional(listOf(ReleaseDifferenceSchema)),
    }),
    shape({ ...HOLD, kind: v.literal('dropped'), droppedAt: Moment }),
  ],
  'a hold',
);
