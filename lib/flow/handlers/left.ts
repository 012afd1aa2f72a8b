import { abandon } from '../abandon.ts';
import { mayHaveAnswered } from '../may-have-answered.ts';
import type { TabLeft } from '../observation.ts';
import { isOutstanding } from '../status.ts';
import { flowOfFrame, putFlow, type Tracker } from '../tracker.ts';

/** The tab or frame left its open flow, which can still get its callback by its state. What led away is none of its hops. */
export function onLeft(tracker: Tracker, observation: TabLeft): Tracker {
  const flow = flowOfFrame(tracker, observation.tabId, observation.frameId);
  if (!flow || !isOutstanding(flow)) return tracker;
  if (observation.frameRemoved) {
    const kind = mayHaveAnswered(flow) ? 'post-message' : 'frame-removed';
    return putFlow(tracker, { ...flow, end: { kind, at: observation.at } }, observation);
  }
  const { requestId } = observation;
  const hops = requestId === undefined ? flow.hops : flow.hops.filter((hop) => hop.requestId !== requestId);
  return putFlow(tracker, abandon({ ...flow, hops }, 'left by the user', observation.at), observation);
}
