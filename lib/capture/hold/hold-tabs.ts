import { browser } from '../../browser/browser.ts';
import type { Stopped } from './stopped.ts';

/** Address of the hold page: a held callback, a request to send, or one that is no callback. All values are random and come from us. */
export type HoldPage = { readonly id: string } | { readonly go: string } | { readonly stopped: string };

/** What holding does with tabs. */
export interface HoldTabs {
  /** Undefined when the tab is gone. */
  find(tabId: number): Promise<{ readonly private: boolean } | undefined>;
  show(tabId: number, page: HoldPage): Promise<void>;
  /** Opens the page in a tab of its own, beside another one if that still exists. Gives its id. */
  openBeside(tabId: number, page?: HoldPage): Promise<number>;
  reload(tabId: number): Promise<void>;
  focus(tabId: number): Promise<void>;
  /** Brings the tab that shows this page to the front; false when there is none. */
  focusPage(page: HoldPage): Promise<boolean>;
  /** Closes a tab that shows this page, and no other. */
  closeIfShowing(tabId: number, page: HoldPage): Promise<void>;
  /** Whether this frame shows the browser's error page in place of this URL. */
  showsError(stopped: Pick<Stopped, 'tabId' | 'frameId' | 'url'>): Promise<boolean>;
}

/** @param pagesInPrivate whether the browser shows our pages in private windows */
export function createHoldTabs(pagesInPrivate: boolean): HoldTabs {
  const { tabs, windows, webNavigation } = browser;
  const find = (tabId: number) => tabs.get(tabId).catch(() => undefined);
  const focus = async (tabId: number): Promise<void> => {
    const tab = await tabs.update(tabId, { active: true });
    if (tab?.windowId !== undefined) await windows.update(tab.windowId, { focused: true });
  };
  return {
    async find(tabId) {
      const tab = await find(tabId);
      return tab && { private: tab.incognito };
    },
    async show(tabId, page) {
      await tabs.update(tabId, { url: addressOf(page) });
    },
    async openBeside(tabId, page) {
      const beside = await find(tabId);
      const tab = await tabs.create({
        url: page ? addressOf(page) : 'about:blank',
        ...(beside && (pagesInPrivate || !beside.incognito)
          ? { index: beside.index + 1, windowId: beside.windowId }
          : {}),
      });
      return tab.id ?? -1;
    },
    async reload(tabId) {
      await tabs.reload(tabId);
    },
    focus,
    async focusPage(page) {
      const address = addressOf(page);
      const shown = (await tabs.query({})).find(({ url }) => url === address);
      if (shown?.id === undefined) return false;
      await focus(shown.id);
      return true;
    },
    async closeIfShowing(tabId, page) {
      const tab = await find(tabId);
      const address = addressOf(page);
      // A tab that was opened a moment ago has not got there.
      if (tab?.url === address || tab?.pendingUrl === address) await tabs.remove(tabId);
    },
    async showsError({ tabId, frameId, url }) {
      const frame = await webNavigation.getFrame({ tabId, frameId }).catch(() => null);
      return frame?.errorOccurred === true && frame.url === url;
    },
  };
}

function addressOf(page: HoldPage): string {
  const [name, value] =
    'id' in page ? ['id', page.id] : 'go' in page ? ['go', page.go] : ['stopped', page.stopped];
  return browser.runtime.getURL(`hold.html?${name}=${encodeURIComponent(value)}`);
}
