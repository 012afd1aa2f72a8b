import type { CallbackHeld } from '../observation.ts';
import { newestFlow, putFlow, type Tracker } from '../tracker.ts';
import type { Flow } from '../types.ts';

/** A callback was stopped. The first hold of a flow counts; a second event source of the same stop adds nothing. */
export function onHeld(tracker: Tracker, observation: CallbackHeld): Tracker {
  const { holdId, url, tabId, at, arrival } = observation;
  const flow = newestFlow(
    tracker,
    ({ callback, ...known }) => callback?.url === url && known.tabId === tabId,
  );
  if (!flow?.callback || flow.hold) return tracker;
  const { error: _, ...callback } = flow.callback;
  return putFlow(
    tracker,
    {
      ...flow,
      callback: { ...callback, delivery: 'held' },
      hold: { kind: 'held', id: holdId, heldAt: at, ...(arrival ? { arrival } : {}) },
    },
    observation,
  );
}

/** False while a callback is held and after it was dropped: that the browser cancelled it says nothing of the application. */
export function isUndecided({ callback }: Flow): boolean {
  return callback?.delivery !== 'held' && callback?.delivery !== 'dropped';
}
