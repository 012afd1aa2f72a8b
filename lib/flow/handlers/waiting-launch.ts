import { newestWith } from '../flow-index.ts';
import { FLOW_KEY } from '../flow-keys.ts';
import { indexOf, type Tracker } from '../tracker.ts';
import type { Flow } from '../types.ts';
import { isSameUrl } from './places.ts';

/** The launched flow whose request this is the first sight of; it may wait for its tab, which did not exist before. */
export function launchWaitingFor(
  tracker: Tracker,
  { tabId, url }: { readonly tabId: number; readonly url: string },
): Flow | undefined {
  return newestWith(
    indexOf(tracker),
    FLOW_KEY.launched,
    (flow) => (flow.tabId === -1 || flow.tabId === tabId) && isSameUrl(flow.request?.url, url),
  );
}
