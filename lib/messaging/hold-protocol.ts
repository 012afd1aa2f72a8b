import type { ReleaseDifference, ReleasedRequest } from '../flow/hold-types.ts';
import type { Flow } from '../flow/types.ts';
import type { EditedParameter } from '../oauth/rewrite-callback.ts';
import type { Failure } from './protocol.ts';

/** Which callbacks are stopped before the application receives them. It ends with the browser session. */
export interface HoldChoice {
  readonly on: boolean;
  /** Only those at these redirect URIs; all of them when absent. */
  readonly only?: readonly string[];
}

/** Redirect URIs that a choice may name, and UTF-16 units of each. */
export const MAX_CHOSEN = { uris: 50, units: 4_000 } as const;

/** The choice, and what stands against it. */
export interface HoldStatus extends HoldChoice {
  /** Redirect URIs of flows of this session, newest first, to choose from. */
  readonly known: readonly string[];
  /** Match patterns of hosts whose callbacks cannot be stopped, for want of access. */
  readonly unreachable: readonly string[];
}

/** How a held callback goes on. */
export type Release =
  | { readonly as: 'it was' }
  | { readonly as: 'changed'; readonly parameters: readonly EditedParameter[] };

/** What a release would do, known before it is asked for. */
export type ReleaseForecast =
  | { readonly possible: true; readonly differences: readonly ReleaseDifference[] }
  | { readonly possible: false; readonly failure: Failure };

/** A request that was stopped and is no callback, about which the user is asked. */
export interface Bystander {
  readonly id: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
  readonly method: string;
  /** Origin of the page that caused it, where the browser named one. */
  readonly initiator?: string;
}

/** Commands about held callbacks. */
export interface HoldCommands {
  /** Switching off releases nothing: what is held stays held. Gives the new status. */
  setHold(choice: HoldChoice): HoldStatus;
  /** The flow of a hold, by the random id of the hold; undefined when there is none, or it was cleared. */
  heldFlow(holdId: string): Flow | undefined;
  /** Lets a held callback go on, once. Gives the tab it goes to. */
  release(flowId: string, release: Release): { readonly tabId: number };
  /** Gives a held callback up. */
  drop(flowId: string): void;
  /** The request that the page with this key shall send; each is given once. */
  takeRelease(key: string): ReleasedRequest;
  /** What a release would change of what the browser sends, or why it is impossible. */
  forecastRelease(flowId: string, release: Release): ReleaseForecast;
  /** A stopped request that is no callback; undefined when it was decided on. */
  bystander(id: string): Bystander | undefined;
  /** Sends such a request as the browser itself would repeat it, or leaves it stopped. */
  decideBystander(id: string, send: boolean): void;
  /** Brings the page of a held callback to the front, in a tab beside it. */
  showHeld(flowId: string): void;
}
