import { browser } from '../browser/browser.ts';
import type { ShownFrame } from './look-at-tabs.ts';

/** Every frame of every tab, or of one tab, as webNavigation knows it; needs no host access. */
export async function shownFrames(tabId?: number): Promise<readonly ShownFrame[]> {
  const ids =
    tabId === undefined
      ? (await browser.tabs.query({})).flatMap((tab) => (tab.id === undefined ? [] : [tab.id]))
      : [tabId];
  const frames = await Promise.all(
    ids.map(async (id) => {
      const all = await browser.webNavigation.getAllFrames({ tabId: id }).catch(() => null);
      return (all ?? []).map(({ frameId, url, errorOccurred }) => ({
        tabId: id,
        frameId,
        url,
        failed: errorOccurred === true,
      }));
    }),
  );
  return frames.flat();
}

/** Whether a tab is in a private window; undefined when the tab is gone. */
export async function isPrivateTab(tabId: number): Promise<boolean | undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.incognito;
}

/** Whether a tab has a frame. One that was taken away may still be known by its id, but is not among the tab's. */
export async function isFrameThere(tabId: number, frameId: number): Promise<boolean> {
  return (await shownFrames(tabId)).some((frame) => frame.frameId === frameId);
}
