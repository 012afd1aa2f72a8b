import { isOfTab } from '../../flow/of-tab.ts';
import type { FlowSummary } from '../../flow/summary-types.ts';

/** The tab a panel inspects, or all of them. */
export interface View {
  readonly tabId?: number | undefined;
  /** When false, a tab's newest flow hides its earlier settled ones. */
  readonly preserve: boolean;
}

/** What a view shows of a list sorted newest first, before any filter. */
export function visibleFlows(
  flows: readonly FlowSummary[],
  { tabId, preserve }: View,
): readonly FlowSummary[] {
  const scoped = tabId === undefined ? flows : flows.filter((summary) => isOfTab(summary, tabId));
  if (preserve) return scoped;
  const seen = new Set<number>();
  return scoped.filter((summary) => {
    // Flows of no tab have nothing to do with each other.
    const isNewest = summary.tabId === -1 || !seen.has(summary.tabId);
    seen.add(summary.tabId);
    return isNewest || summary.status === 'open' || summary.status === 'held';
  });
}
