import { parseUrl } from '../../oauth/url.ts';
import type { Flow } from '../types.ts';

/** Whether a flow is in the frame of an event: a page in another frame or tab answers it only with its state. */
export function isHereOf({
  tabId,
  frameId,
}: {
  readonly tabId: number;
  readonly frameId: number;
}): (flow: Flow) => boolean {
  return (flow) => flow.tabId === tabId && flow.frameId === frameId;
}

/** True when two texts are the same URL once a browser has written it. */
export function isSameUrl(first: string | undefined, second: string): boolean {
  if (first === second) return true;
  if (first === undefined) return false;
  const parsed = parseUrl(first);
  return parsed !== undefined && parsed.href === parseUrl(second)?.href;
}
