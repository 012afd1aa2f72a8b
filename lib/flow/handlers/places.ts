import { parseUrl } from '../../oauth/url.ts';
import { flowsWith } from '../flow-index.ts';
import { FLOW_KEY } from '../flow-keys.ts';
import type { ReadArrival } from '../recognise.ts';
import { indexOf, type Tracker } from '../tracker.ts';
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

/**
 * Flows of which an arrival may be the callback: those that wait in the frame of the event, and those without a callback
 * that were sent with its state; in the order of their start.
 */
export function answerable(
  tracker: Tracker,
  { tabId, frameId }: { readonly tabId: number; readonly frameId: number },
  { response }: ReadArrival,
): readonly Flow[] {
  const state = response.values.state?.value;
  return flowsWith(indexOf(tracker), [
    FLOW_KEY.open(tabId, frameId),
    ...(state ? [FLOW_KEY.state(state)] : []),
  ]);
}

/** True when two texts are the same URL once a browser has written it. */
export function isSameUrl(first: string | undefined, second: string): boolean {
  if (first === second) return true;
  if (first === undefined) return false;
  const parsed = parseUrl(first);
  return parsed !== undefined && parsed.href === parseUrl(second)?.href;
}
