import type { CallMade } from '../observation.ts';
import { newestFlow, putFlow, type Tracker } from '../tracker.ts';
import { MAX_CALLS } from '../types.ts';

/** The user ran a call for a flow. A flow that is gone stays gone, and a call that is known counts once. */
export function onCalled(tracker: Tracker, observation: CallMade): Tracker {
  const flow = newestFlow(tracker, ({ id }) => id === observation.flowId);
  if (!flow) return tracker;
  const calls = flow.calls ?? [];
  if (calls.some(({ id }) => id === observation.call.id)) return tracker;
  return putFlow(tracker, { ...flow, calls: [...calls, observation.call].slice(-MAX_CALLS) }, observation);
}
