import type { Frame, Locator, Page } from 'puppeteer-core';

const TIMEOUT_MS = 60_000;

/**
 * A locator that does not wait for animation frames, of which a page gets none while another one is in front of it, as
 * DevTools and its tab are to one another.
 */
export function patient(page: Page | Frame, selector: string): Locator<Element> {
  return page.locator(selector).setWaitForStableBoundingBox(false).setTimeout(TIMEOUT_MS);
}
