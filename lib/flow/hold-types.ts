import type { RequestBody } from './observation.ts';

/** One difference between a callback as it came and as it was released. Absent on one side: added or left out. */
export interface ParameterChange {
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
}

/** The request by which a held callback goes on to the application. */
export interface ReleasedRequest {
  readonly url: string;
  readonly method: string;
  readonly body?: RequestBody;
}

/**
 * What reaches the application differently because the callback was held:
 * - `fetch-site`: Sec-Fetch-Site says less than it would have, since the redirects before are forgotten
 * - `embedding-page`: the page around the frame navigates it, and is the initiator and the Referer
 * - `own-tab`: it arrives in a new tab instead of its frame or tab
 * - `form-again`: the form is sent by a page without origin; window.opener is gone
 * - `origin-unknown`: nobody saw which page sent it, so Origin is null
 */
export type ReleaseDifference = 'fetch-site' | 'embedding-page' | 'own-tab' | 'form-again' | 'origin-unknown';

/** What a request was before it was stopped. */
export interface Arrival {
  /** Origin of the page that caused the navigation; absent when a person did, or nobody saw it. */
  readonly initiator?: string;
  /** Whether a reload by the browser repeats `Sec-Fetch-Site`. */
  readonly repeatable: boolean;
}

/** What became of a callback that was stopped before the application received it. Times are milliseconds since the epoch. */
export interface FlowHold {
  /** Random, so that no page can guess the address of the hold page. */
  readonly id: string;
  readonly heldAt: number;
  readonly releasedAt?: number;
  readonly droppedAt?: number;
  /** What went to the application, and the tab it went to. */
  readonly released?: ReleasedRequest & { readonly tabId: number };
  /** What differs from the callback as it came; none when it was released as it was. */
  readonly changes?: readonly ParameterChange[];
  /** What the browser sent differently because it was held. */
  readonly differences?: readonly ReleaseDifference[];
  readonly arrival?: Arrival;
}
