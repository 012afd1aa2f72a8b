import { changeCallback } from '../callback.ts';
import { newestWith } from '../flow-index.ts';
import { FLOW_KEY } from '../flow-keys.ts';
import type { FlowHold } from '../hold-types.ts';
import { addHop } from '../hops.ts';
import type { CallbackDropped, CallbackReleased, RequestObserved } from '../observation.ts';
import { isHeld } from '../status.ts';
import { indexOf, newestFlow, putFlow, type Tracker } from '../tracker.ts';
import type { Flow } from '../types.ts';
import { isSameUrl } from './places.ts';

/** The user let a held callback go on. A hold is released or dropped once; what comes after that changes nothing. */
export function onReleased(tracker: Tracker, observation: CallbackReleased): Tracker {
  const { holdId, request, changes, differences, tabId, at } = observation;
  const flow = heldFlow(tracker, holdId);
  if (!flow?.hold) return tracker;
  const hold: FlowHold = {
    ...flow.hold,
    kind: 'released',
    releasedAt: at,
    released: { ...request, tabId },
    changes,
    ...(differences?.length ? { differences } : {}),
  };
  const delivery = flow.callback?.response.customScheme ? 'handed over' : 'pending';
  return putFlow(tracker, changeCallback({ ...flow, hold }, { delivery }), observation);
}

/** The user gave a held callback up. */
export function onDropped(tracker: Tracker, observation: CallbackDropped): Tracker {
  const flow = heldFlow(tracker, observation.holdId);
  if (!flow?.hold) return tracker;
  const hold: FlowHold = { ...flow.hold, kind: 'dropped', droppedAt: observation.at };
  return putFlow(tracker, changeCallback({ ...flow, hold }, { delivery: 'dropped' }), observation);
}

/** The request by which a released callback goes on: a second hop of its flow, whatever was changed in it. */
export function releasedDelivery(tracker: Tracker, observation: RequestObserved): Tracker | undefined {
  const key = FLOW_KEY.released(observation.tabId);
  const flow = newestWith(indexOf(tracker), key, ({ hold, hops }) => {
    if (hold?.kind !== 'released' || hold.released.tabId !== observation.tabId) return false;
    const { released, releasedAt } = hold;
    const gone = hops.some((hop) => hop.role === 'callback' && hop.at >= releasedAt);
    return !gone && released.method === observation.method && isSameUrl(released.url, observation.url);
  });
  return flow && putFlow(tracker, addHop(flow, observation, 'callback'), observation);
}

function heldFlow(tracker: Tracker, holdId: string): Flow | undefined {
  return newestFlow(tracker, (flow) => flow.hold?.id === holdId && isHeld(flow));
}
