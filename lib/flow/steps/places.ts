import { parseUrl } from '../../oauth/url.ts';
import type { Tracker } from '../tracker.ts';
import type { Flow } from '../types.ts';

/** Whether a flow belongs to the tab of an event or to the tab that opened it. */
export function isHereOf(tracker: Tracker, { tabId }: { readonly tabId: number }): (flow: Flow) => boolean {
  const opener = tracker.tabs.get(tabId)?.openerTabId;
  return (flow) => flow.tabId === tabId || (opener !== undefined && flow.tabId === opener);
}

/** True when two texts are the same URL once a browser has written it. */
export function isSameUrl(first: string | undefined, second: string): boolean {
  if (first === second) return true;
  if (first === undefined) return false;
  const parsed = parseUrl(first);
  return parsed !== undefined && parsed.href === parseUrl(second)?.href;
}
