import { browser } from './browser.ts';

/** False in Firefox's developer tools, whose panels are given neither permissions nor tabs. */
export const canAskForAccess = (): boolean => browser.permissions !== undefined;

/** Host access as the browser's permissions API gives it. */
export function createAccess(currentSite: () => Promise<string | undefined> = activeTabUrl) {
  const state = async () => {
    const origins = (await browser.permissions.getAll()).origins ?? [];
    return { origins, allSites: origins.some((origin) => origin === '<all_urls>' || origin === '*://*/*') };
  };
  return {
    state,
    currentSite,
    request: (origins: readonly string[]) => browser.permissions.request({ origins: [...origins] }),
    revoke: (origins: readonly string[]) => browser.permissions.remove({ origins: [...origins] }),
    watch(listener: () => void) {
      browser.permissions.onAdded.addListener(listener);
      browser.permissions.onRemoved.addListener(listener);
      return () => {
        browser.permissions.onAdded.removeListener(listener);
        browser.permissions.onRemoved.removeListener(listener);
      };
    },
  };
}

/** URL of the active tab of the current window, as far as the browser tells it: after the user opened the popup, or with host access. */
export async function activeTabUrl(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url;
}
