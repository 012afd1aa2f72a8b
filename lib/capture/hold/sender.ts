import type { ReleaseDifference, ReleasedRequest } from '../../flow/hold-types.ts';
import type { Callback, Flow } from '../../flow/types.ts';
import type { Stopped } from './stopped.ts';

/** A flow whose callback is held. */
export type HeldFlow = Flow & Required<Pick<Flow, 'hold' | 'callback'>>;

/** Where a request goes on. */
export type Place = Pick<Stopped, 'tabId' | 'frameId'>;

/** How a held callback will go on, made before anything is sent. */
export interface ReleasePlan {
  /** What the browser will send differently because it was held. */
  readonly differences: readonly ReleaseDifference[];
  /** Makes ready the place where it goes on. Throws a CommandError when that became impossible; nothing was sent then. */
  prepare(): Promise<Place>;
  /** Sends it. The release is recorded by then. */
  send(place: Place): Promise<void>;
}

/** Sends held callbacks on to the application as the browser would have sent them. */
export interface CallbackSender {
  /** Throws a {@link CommandError} when this callback cannot go on as this request. */
  plan(flow: HeldFlow, request: ReleasedRequest): Promise<ReleasePlan>;
}

/** What of a callback a release changes, as far as the way to send it depends on it. */
export function whatChanges(callback: Callback, request: ReleasedRequest): 'nothing' | 'url' | 'body' {
  if (JSON.stringify(callback.body) !== JSON.stringify(request.body)) return 'body';
  return callback.url === request.url ? 'nothing' : 'url';
}
