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
}
