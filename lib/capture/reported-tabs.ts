import type { Observation } from '../flow/observation.ts';

/** Tabs of which the listeners reported, in this life of the background, the page that they show. */
export interface ReportedTabs {
  note(observation: Observation): void;
  /** Whether the page of a tab was reported since this was last asked. */
  take(tabId: number): boolean;
}

/** No tabs yet. */
export function createReportedTabs(): ReportedTabs {
  const tabs = new Set<number>();
  return {
    note({ kind, tabId, frameId }) {
      if (kind === 'committed' && frameId === 0) tabs.add(tabId);
      else if (kind === 'closed') tabs.delete(tabId);
    },
    take: (tabId) => tabs.delete(tabId),
  };
}
