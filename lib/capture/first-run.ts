import { browser } from '../browser/browser.ts';

/** How an extension came to be installed. */
export interface Installation {
  readonly reason: string;
  /** Loaded for this session only (Firefox). */
  readonly temporary?: boolean | undefined;
  /** `development` for one that was loaded unpacked. */
  readonly installType: string;
}

/** Whether the first-run page opens: for people who installed it, not for those who load their own build again and again. */
export function opensFirstRun({ reason, temporary, installType }: Installation): boolean {
  return reason === 'install' && temporary !== true && installType !== 'development';
}

/** Opens the first-run page once, after the installation. Registers its listener at once. */
export function listenToInstallation(): void {
  browser.runtime.onInstalled.addListener(({ reason, temporary }) => {
    void browser.management.getSelf().then(async ({ installType }) => {
      if (opensFirstRun({ reason, temporary, installType })) await openFirstRun();
    });
  });
}

async function openFirstRun(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}
