import type { ObservedBody } from '../oauth/observed-body.ts';

/**
 * Observations: what a witness saw of one browser event, normalised. They are immutable, small, and the only input of
 * the reducer. `at` is always milliseconds since the epoch; `id` is unique, is the journal key, and never reused.
 */

/** Who saw it. Two independent witnesses watch every navigation, since either may miss one event. */
export type Witness = 'webRequest' | 'webNavigation' | 'launch' | 'tab';

/** Body of a POST as the browser handed it over. */
export interface RequestBody extends ObservedBody {
  /** True when the body was longer than {@link MAX_TEXT} and was cut. */
  readonly truncated?: boolean;
}

/** Longest URL or body text, in UTF-16 units, that one observation keeps. */
export const MAX_TEXT = 2_000_000;

interface Base {
  readonly id: string;
  /** Milliseconds since the epoch, as the browser stamped the event. */
  readonly at: number;
  readonly witness: Witness;
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
}

/** The head of an answer arrived (webRequest.onHeadersReceived). */
export interface ResponseObserved extends Base {
  readonly kind: 'response';
  readonly requestId: string;
  readonly url: string;
  readonly status: number;
  /** `Location` exactly as sent, when the answer has one. */
  readonly location?: string;
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
}

/** A navigation failed (webNavigation.onErrorOccurred): the only witness of a custom scheme opened by script. */
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
}

/** A tab was found to show a callback that no listener reported. */
export interface CallbackShown extends Base {
  readonly kind: 'shown';
  readonly url: string;
}

export type Observation =
  | RequestObserved
  | ResponseObserved
  | RequestFailed
  | NavigationStarted
  | NavigationCommitted
  | NavigationFailed
  | TabOpened
  | TabIdentified
  | TabClosed
  | Launched
  | CallbackShown;

export type ObservationKind = Observation['kind'];
