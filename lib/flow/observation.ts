import type { InferOutput } from 'valibot';
import type { FlowCookies } from './cookies/cookie-types.ts';
import type { Arrival, ParameterChange, ReleaseDifference, ReleasedRequest } from './hold-types.ts';
import type { EventSourceNameSchema } from './schema/flow-schema.ts';
import type { RequestBodySchema } from './schema/request-body-schema.ts';
import type { FlowCall } from './types.ts';

/**
 * Observations: what an event source saw of one browser event, normalised. They are immutable, small, and the only input of
 * the reducer. `at` is always milliseconds since the epoch; `id` is unique, is the journal key, and never reused.
 */

/** Who saw it. Two independent event sources watch every navigation, since either may miss one event. */
export type EventSourceName = InferOutput<typeof EventSourceNameSchema>;

/** Body of a POST as the browser handed it over. */
export type RequestBody = InferOutput<typeof RequestBodySchema>;

/** Longest URL or body text, in UTF-16 units, that one observation keeps. */
export const MAX_TEXT = 2_000_000;

interface Base {
  readonly id: string;
  /** Milliseconds since the epoch, as the browser stamped the event. */
  readonly at: number;
  readonly witness: EventSourceName;
  /** Tab of the event; -1 when the browser named none. */
  readonly tabId: number;
  /** 0 is the main frame. */
  readonly frameId: number;
}

/** A request is about to leave the browser (webRequest.onBeforeRequest), fragment included. */
export interface RequestObserved extends Base {
  readonly kind: 'request';
  readonly requestId: string;
  readonly method: string;
  readonly url: string;
  readonly body?: RequestBody;
  /** Origin of the page that caused it, where the browser says so. */
  readonly initiator?: string;
  /** True when the browser says that no page caused it: an address was typed, or a bookmark opened. */
  readonly browserInitiated?: boolean;
}

/** The head of an answer arrived (webRequest.onHeadersReceived). */
export interface ResponseObserved extends Base {
  readonly kind: 'response';
  readonly requestId: string;
  readonly url: string;
  readonly status: number;
  /** `Location` exactly as sent, when the answer has one. */
  readonly location?: string;
  /** `Referrer-Policy` as sent, when the answer has one. */
  readonly referrerPolicy?: string;
  /** `X-Frame-Options` and frame-ancestors of an answer in a frame, as sent. */
  readonly framing?: string;
}

/** A request together with its answer, as a file tells of them. */
export interface ExchangeObserved extends Omit<RequestObserved, 'kind'> {
  readonly kind: 'exchange';
  /** Milliseconds since the epoch. */
  readonly respondedAt?: number;
  /** HTTP status; absent when there was no answer. */
  readonly status?: number;
  readonly location?: string;
  /** Why there was no answer. */
  readonly error?: string;
}

/** A request ended without an answer (webRequest.onErrorOccurred). */
export interface RequestFailed extends Base {
  readonly kind: 'request-failed';
  readonly requestId: string;
  readonly url: string;
  /** The browser's own error name, such as `net::ERR_CONNECTION_REFUSED`. */
  readonly error: string;
}

/** A navigation begins (webNavigation.onBeforeNavigate): seen without host access, before any redirect. */
export interface NavigationStarted extends Base {
  readonly kind: 'navigating';
  readonly url: string;
}

/** A document was committed (webNavigation.onCommitted): seen without host access, but without hops. */
export interface NavigationCommitted extends Base {
  readonly kind: 'committed';
  readonly url: string;
  /** True when a person went there by the address bar, a bookmark, or back and forward, and no page caused it. */
  readonly byPerson: boolean;
  /** True when the browser calls it a link and no script or redirect of a page. */
  readonly byLink?: boolean;
}

/** A navigation failed (webNavigation.onErrorOccurred): the only event source of a custom scheme opened by script. */
export interface NavigationFailed extends Base {
  readonly kind: 'navigation-failed';
  readonly url: string;
  readonly error: string;
}

/** A page opened a new tab or window (webNavigation.onCreatedNavigationTarget); `tabId` is the new one. */
export interface TabOpened extends Base {
  readonly kind: 'opened';
  readonly openerTabId: number;
  readonly openerFrameId: number;
  readonly url: string;
}

/** Whether a tab belongs to a private window; asked once for each tab that carries a flow. */
export interface TabIdentified extends Base {
  readonly kind: 'identified';
  readonly private: boolean;
}

/** The tab or frame left its open flow. Nothing else is recorded of where it went. */
export interface TabLeft extends Base {
  readonly kind: 'left';
  /** The chain of requests that were taken for hops of the flow before this was known. */
  readonly requestId?: string;
}

/** A tab was closed. */
export interface TabClosed extends Base {
  readonly kind: 'closed';
}

/** Grantscope itself launched an authorize request. */
export interface Launched extends Base {
  readonly kind: 'launched';
  /** The same in what is told before the tab exists and after. */
  readonly launchId: string;
  readonly url: string;
  readonly profileId: string;
  readonly environmentId: string;
  /** What the request says, also where the URL alone does not (a pushed request). */
  readonly redirectUri?: string;
  readonly state?: string;
  /** Opened on a phone: no tab of this browser ever shows it. Then whether it was launched from a private window. */
  readonly phone?: { readonly private: boolean };
}

/** A tab was found to show a callback that no listener reported. */
export interface CallbackShown extends Base {
  readonly kind: 'shown';
  readonly url: string;
}

/** A callback was stopped before the application received it. */
export interface CallbackHeld extends Base {
  readonly kind: 'held';
  /** Random, and the name by which the hold is released or dropped. */
  readonly holdId: string;
  /** URL of the callback that was stopped. */
  readonly url: string;
  readonly arrival?: Arrival;
}

/** The user let a held callback go on; `tabId` and `frameId` say where. */
export interface CallbackReleased extends Base {
  readonly kind: 'released';
  readonly holdId: string;
  readonly request: ReleasedRequest;
  /** What differs from the callback as it came; none when it goes on as it was. */
  readonly changes: readonly ParameterChange[];
  /** What the browser sends differently because it was held. */
  readonly differences?: readonly ReleaseDifference[];
}

/** The user gave a held callback up: the application never receives it. */
export interface CallbackDropped extends Base {
  readonly kind: 'dropped';
  readonly holdId: string;
}

/** A person pasted the callback on which another device or application ended. */
export interface CallbackPasted extends Base {
  readonly kind: 'pasted';
  /** A URL, or what is left of one: `?query`, `#fragment`, or nothing when all is in the body. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body?: RequestBody;
  /** Whether it was pasted in a private window. */
  readonly private: boolean;
}

/** A webhook was pasted, or read from an inbox. */
export interface WebhookSubmitted extends Base {
  readonly kind: 'webhook';
  /** The same whenever the same delivery is told again. */
  readonly deliveryId: string;
  readonly from: 'pasted' | 'inbox';
  readonly inboxUrl?: string;
  /** The body as it came. */
  readonly body: string;
  /** Whether it was told in a private window. */
  readonly private: boolean;
}

/** The user pinned a flow, or took the pin out. */
export interface FlowPinned extends Base {
  readonly kind: 'pinned';
  readonly flowId: string;
  readonly pinned: boolean;
}

/** Where a call belongs that was run for no flow: with the others of its profile and environment. */
export interface CallGroup {
  readonly profileId: string;
  readonly environmentId: string;
  /** Whether it was run in a private window. */
  readonly private: boolean;
}

/** The user ran a call, for a flow, such as the code exchange, or for none. No secret of the request is in it. */
export interface CallMade extends Base {
  readonly kind: 'called';
  readonly flowId?: string;
  readonly group?: CallGroup;
  readonly call: FlowCall;
}

/** DevTools showed cookies of the requests of a flow. */
export interface CookiesSeen extends Base {
  readonly kind: 'cookies';
  readonly flowId: string;
  readonly cookies: FlowCookies;
}

export type Observation =
  | RequestObserved
  | ResponseObserved
  | RequestFailed
  | ExchangeObserved
  | NavigationStarted
  | NavigationCommitted
  | NavigationFailed
  | TabOpened
  | TabIdentified
  | TabLeft
  | TabClosed
  | Launched
  | CallbackShown
  | CallbackPasted
  | WebhookSubmitted
  | FlowPinned
  | CallMade
  | CookiesSeen
  | CallbackHeld
  | CallbackReleased
  | CallbackDropped;

export type ObservationKind = Observation['kind'];
