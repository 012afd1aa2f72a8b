import { browser } from '../browser/browser.ts';

/** In storage.local once the first-run page was opened. */
export const FIRST_RUN_OPENED = 'first-run:opened';

/**
 * Opens the first-run page once, after the installation. Registers its listener at once.
 * An extension that is loaded unpacked or for one session is installed too; one that the command line loads is
 * installed at every start of the browser, so that the page was opened is remembered.
 */
export function listenToInstallation(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openFirstRun();
  });
}

async function openFirstRun(): Promise<void> {
  const { local } = browser.storage;
  const stored = await local.get(FIRST_RUN_OPENED).catch(() => ({}) as Record<string, unknown>);
  if (stored[FIRST_RUN_OPENED] === true) return;
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
  await local.set({ [FIRST_RUN_OPENED]: true });
}
