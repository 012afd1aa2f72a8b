import { isOutstanding, newestFlow, type Tracker } from '../tracker.ts';
import type { Flow } from '../types.ts';
import { isSameUrl } from './places.ts';

/** The launched flow whose request this is the first sight of; it may wait for its tab, which did not exist before. */
export function launchWaitingFor(
  tracker: Tracker,
  { tabId, url }: { readonly tabId: number; readonly url: string },
): Flow | undefined {
  return newestFlow(
    tracker,
    (flow) =>
      flow.launch !== undefined &&
      flow.hops.length === 0 &&
      isOutstanding(flow) &&
      (flow.tabId === -1 || flow.tabId === tabId) &&
      isSameUrl(flow.request?.url, url),
  );
}
