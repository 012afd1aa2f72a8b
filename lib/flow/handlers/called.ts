import type { Catalogue } from '../../providers/catalogue.ts';
import type { CallGroup, CallMade } from '../observation.ts';
import { mergeCalls, sameCall } from '../same-call.ts';
import { startFlow } from '../start.ts';
import { newestFlow, putFlow, type Tracker } from '../tracker.ts';
import { type Flow, type FlowCall, MAX_CALLS } from '../types.ts';

/**
 * The user ran a call: it joins the flow for which it was made, or the flow of its group. A flow that is gone stays gone,
 * and a call that is known counts once.
 */
export function onCalled(tracker: Tracker, observation: CallMade, catalogue: Catalogue): Tracker {
  const { flowId, group, call } = observation;
  const flow = newestFlow(tracker, (one) =>
    flowId === undefined ? isOfGroup(one, group) : one.id === flowId,
  );
  if (flow) {
    const calls = flow.calls ?? [];
    const same = sameCall(calls, call);
    if (same) {
      const others = calls.filter((one) => one !== same);
      return putFlow(tracker, { ...flow, calls: withCall(others, mergeCalls(same, call)) }, observation);
    }
    if (calls.some(({ id }) => id === call.id)) return tracker;
    return putFlow(tracker, { ...flow, calls: withCall(calls, call) }, observation);
  }
  if (flowId !== undefined || !group) return tracker;
  const { profileId, environmentId } = group;
  const url = `calls:${profileId}/${environmentId}`;
  const facts = { kind: 'calls', profileId, environmentId, private: group.private, calls: [call] } as const;
  return startFlow(tracker, { ...observation, url }, facts, catalogue);
}

/** In the order of their time. Of too many the first one goes, calls that only used a token before all others. */
function withCall(calls: readonly FlowCall[], call: FlowCall): readonly FlowCall[] {
  const all = [...calls, call].toSorted((a, b) => a.at - b.at);
  if (all.length <= MAX_CALLS) return all;
  const first = all.findIndex(({ stepId }) => stepId === 'page:resource');
  return all.toSpliced(Math.max(first, 0), 1);
}

function isOfGroup(flow: Flow, group: CallGroup | undefined): boolean {
  return (
    flow.kind === 'calls' &&
    flow.profileId === group?.profileId &&
    flow.environmentId === group.environmentId &&
    flow.private === group.private
  );
}
