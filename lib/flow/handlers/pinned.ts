import type { FlowPinned } from '../observation.ts';
import { newestFlow, putFlow, type Tracker } from '../tracker.ts';

/** The user pinned a flow, or took the pin out. A flow that is gone stays gone. */
export function onPinned(tracker: Tracker, observation: FlowPinned): Tracker {
  const flow = newestFlow(tracker, ({ id }) => id === observation.flowId);
  return flow ? putFlow(tracker, { ...flow, pinned: observation.pinned }, observation) : tracker;
}
