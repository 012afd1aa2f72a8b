import type { InferOutput } from 'valibot';
import type {
  ArrivalSchema,
  FlowHoldSchema,
  ParameterChangeSchema,
  ReleaseDifferenceSchema,
  ReleasedRequestSchema,
} from './schema/hold-schema.ts';

/** One difference between a callback as it came and as it was released. Absent on one side: added or left out. */
export type ParameterChange = InferOutput<typeof ParameterChangeSchema>;

/** The request by which a held callback goes on to the application. */
export type ReleasedRequest = InferOutput<typeof ReleasedRequestSchema>;

/**
 * What reaches the application differently because the callback was held:
 * - `fetch-site`: Sec-Fetch-Site says less than it would have, since the redirects before are forgotten
 * - `embedding-page`: the page around the frame navigates it, and is the initiator and the Referer
 * - `own-tab`: it arrives in a new tab instead of its frame or tab
 * - `form-again`: the form is sent by a page without origin; window.opener is gone
 * - `origin-unknown`: nobody saw which page sent it, so Origin is null
 */
export type ReleaseDifference = InferOutput<typeof ReleaseDifferenceSchema>;

/** What a request was before it was stopped. */
export type Arrival = InferOutput<typeof ArrivalSchema>;

/** What became of a callback that was stopped before the application received it. Times are milliseconds since the epoch. */
export type FlowHold = InferOutput<typeof FlowHoldSchema>;

/** A hold after its callback went on. */
export type ReleasedHold = Extract<FlowHold, { readonly kind: 'released' }>;
