import type { Browser } from 'puppeteer-core';
import { poll } from './poll.ts';

const FIRST_RUN = '/welcome.html';

/** In storage.local once the first-run page was opened. */
export const FIRST_RUN_OPENED = 'first-run:opened';

/** Whether this is the address of the first-run page, which a new installation opens by itself. */
export function isFirstRun(url: string): boolean {
  return /^(?:chrome|moz)-extension:/.test(url) && url.endsWith(FIRST_RUN);
}

/** Waits in a browser with a new profile until the first-run page opened, and closes it. */
export async function closeFirstRun(browser: Browser): Promise<void> {
  const page = await poll(
    async () => (await browser.pages()).find((one) => isFirstRun(one.url())),
    'Opening the first-run page',
    60_000,
  );
  await page.close();
}
