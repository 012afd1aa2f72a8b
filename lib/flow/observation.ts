import type { InferOutput } from 'valibot';
import type { ObservationSchema } from './schema/observation-schema.ts';
import type { RequestBodySchema } from './schema/request-body-schema.ts';

/**
 * Observations: what an event source saw of one browser event, normalised. They are immutable, small, and the only input of
 * the reducer. `at` is always milliseconds since the epoch; `id` is unique, is the journal key, and never reused.
 */

/** Body of a POST as the browser handed it over. */
export type RequestBody = InferOutput<typeof RequestBodySchema>;

/** Longest URL or body text, in UTF-16 units, that one observation keeps. */
export const MAX_TEXT = 2_000_000;

export type Observation = InferOutput<typeof ObservationSchema>;

export type ObservationKind = Observation['kind'];

/** The observations of one kind; {@link ObservationSchema} says what they have. */
export type ObservationOf<K extends ObservationKind> = Extract<Observation, { readonly kind: K }>;

export type RequestObserved = ObservationOf<'request'>;

export type ResponseObserved = ObservationOf<'response'>;

export type RequestFailed = ObservationOf<'request-failed'>;

export type ExchangeObserved = ObservationOf<'exchange'>;

export type NavigationStarted = ObservationOf<'navigating'>;

export type NavigationCommitted = ObservationOf<'committed'>;

export type NavigationFailed = ObservationOf<'navigation-failed'>;

export type TabOpened = ObservationOf<'opened'>;

export type TabIdentified = ObservationOf<'identified'>;

export type TabLeft = ObservationOf<'left'>;

export type TabClosed = ObservationOf<'closed'>;

export type Launched = ObservationOf<'launched'>;

export type CallbackShown = ObservationOf<'shown'>;

export type CallbackPasted = ObservationOf<'pasted'>;

export type WebhookSubmitted = ObservationOf<'webhook'>;

export type FlowPinned = ObservationOf<'pinned'>;

export type CallMade = ObservationOf<'called'>;

export type CookiesSeen = ObservationOf<'cookies'>;

export type CallbackHeld = ObservationOf<'held'>;

export type CallbackReleased = ObservationOf<'released'>;

export type CallbackDropped = ObservationOf<'dropped'>;

/** Where a call belongs that was run for no flow: with the others of its profile and environment. */
export type CallGroup = NonNullable<CallMade['group']>;
