import { browser } from '../../browser/browser.ts';

/** Address of the hold page. Both values are random and come from us. */
export type HoldPage = { readonly id: string } | { readonly go: string };

/** What holding does with tabs. */
export interface HoldTabs {
  /** Undefined when the tab is gone. */
  find(tabId: number): Promise<{ readonly private: boolean } | undefined>;
  show(tabId: number, page: HoldPage): Promise<void>;
  /** Opens the page in a tab of its own, beside another one if that still exists. Gives its id. */
  openBeside(tabId: number, page?: HoldPage): Promise<number>;
  navigate(tabId: number, url: string): Promise<void>;
  focus(tabId: number): Promise<void>;
  /** True when the main frame shows the hold page. */
  showsPage(tabId: number): Promise<boolean>;
}

export function createHoldTabs(): HoldTabs {
  const { tabs, windows, webNavigation, runtime } = browser;
  const find = (tabId: number) => tabs.get(tabId).catch(() => undefined);
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
        ...(beside ? { index: beside.index + 1, windowId: beside.windowId } : {}),
      });
      return tab.id ?? -1;
    },
    async navigate(tabId, url) {
      await tabs.update(tabId, { url });
    },
    async focus(tabId) {
      const tab = await tabs.update(tabId, { active: true });
      if (tab.windowId !== undefined) await windows.update(tab.windowId, { focused: true });
    },
    async showsPage(tabId) {
      const frame = await webNavigation.getFrame({ tabId, frameId: 0 }).catch(() => null);
      return frame?.url.startsWith(runtime.getURL('hold.html')) ?? false;
    },
  };
}

function addressOf(page: HoldPage): string {
  const [name, value] = 'id' in page ? ['id', page.id] : ['go', page.go];
  return browser.runtime.getURL(`hold.html?${name}=${encodeURIComponent(value)}`);
}
