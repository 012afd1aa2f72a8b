import { mergeExchanges } from '../cookies/merge-exchanges.ts';
import type { CookiesSeen } from '../observation.ts';
import { newestFlow, putFlow, type Tracker } from '../tracker.ts';

/** DevTools showed cookies of a flow's requests. A flow that is gone stays gone, and what is known already changes nothing. */
export function onCookies(tracker: Tracker, observation: CookiesSeen): Tracker {
  const { flowId, cookies } = observation;
  const flow = newestFlow(tracker, ({ id }) => id === flowId);
  if (!flow) return tracker;
  const before = flow.cookies?.exchanges ?? [];
  const exchanges = mergeExchanges(before, cookies.exchanges);
  if (JSON.stringify(exchanges) === JSON.stringify(before)) return tracker;
  return putFlow(tracker, { ...flow, cookies: { ...cookies, exchanges } }, observation);
}
