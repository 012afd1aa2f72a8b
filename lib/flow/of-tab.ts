import type { FlowKind } from './flow-kind.ts';
import type { FlowMark } from './types.ts';

interface Placed {
  readonly tabId: number;
  readonly openerTabId?: number;
  readonly marks: readonly FlowMark[];
  readonly kind?: FlowKind;
}

/** True for a flow that no tab of this browser shows: on a phone, pasted, known by its webhook, from a file, or calls. */
export function isOfNoTab({ tabId, marks, kind }: Placed): boolean {
  if (kind === 'calls') return true;
  if (tabId !== -1 || marks.includes('earlier-session')) return false;
  return marks.some((mark) => ['phone', 'pasted', 'webhook-only', 'imported'].includes(mark));
}

/** True when a flow took place in a tab, in one that it opened, or in none, so that it is everybody's. */
export function isOfTab(flow: Placed, tabId: number): boolean {
  return flow.tabId === tabId || flow.openerTabId === tabId || isOfNoTab(flow);
}
