import type { InferOutput } from 'valibot';
import type { FlowCallSchema } from './schema/call-schema.ts';
import type { CallbackSchema, WebhookDeliverySchema } from './schema/callback-schema.ts';
import type {
  AbandonmentSchema,
  FlowMarkSchema,
  FlowSchema,
  FlowStatusSchema,
  NestedAuthorizationSchema,
  RoundSchema,
} from './schema/flow-schema.ts';
import type { HopSchema } from './schema/hop-schema.ts';

/**
 * `held` is for a callback stopped before the application received it, `unseen` for an answer whose content the browser does
 * not show.
 */
export type FlowStatus = InferOutput<typeof FlowStatusSchema>;

/** What part a hop plays in its flow. */
export type HopRole = Hop['role'];

/** One request and its answer in a redirect chain. Times are milliseconds since the epoch. */
export type Hop = InferOutput<typeof HopSchema>;

/** By what a callback was told from any other URL, strongest first. */
export type Recognition = Callback['recognition'];

/** Whether the callback arrived anywhere. */
export type Delivery = Callback['delivery'];

/** The authorization response as it arrived. */
export type Callback = InferOutput<typeof CallbackSchema>;

/** Facts about how a flow was seen that a reader must know to trust it. */
export type FlowMark = InferOutput<typeof FlowMarkSchema>;

/** An authorize request inside another one: provider → identity broker → provider. */
export type NestedAuthorization = InferOutput<typeof NestedAuthorizationSchema>;

/** Who saw a call of a page; `both` for one that was seen twice and is kept once. */
export type CallSource = NonNullable<FlowCall['seenBy']>;

/** A call for a flow, run by the user or made by a page, such as the code exchange. Secrets of the request are left out. */
export type FlowCall = InferOutput<typeof FlowCallSchema>;

/** A server-to-server callback that was pasted or read from an inbox. */
export type WebhookDelivery = InferOutput<typeof WebhookDeliverySchema>;

/** A series of sign-ins that one frame began within seconds of each other's callbacks. */
export type Round = InferOutput<typeof RoundSchema>;

/** Why a flow can get no callback any more. */
export type Abandonment = InferOutput<typeof AbandonmentSchema>;

/** One authorization attempt, or the calls that were run beside all attempts. */
export type Flow = InferOutput<typeof FlowSchema>;

/** Hops one flow keeps; a redirect loop is cut here and says so. */
export const MAX_HOPS = 200;

/** Findings one call keeps. */
export const MAX_CALL_FINDINGS = 100;

/** Calls one flow keeps, the last ones. */
export const MAX_CALLS = 50;

/** Webhooks one flow keeps, the first ones. */
export const MAX_WEBHOOKS = 20;

/** Flows in memory at once; the oldest settled ones leave first. */
export const MAX_LIVE_FLOWS = 2_000;
