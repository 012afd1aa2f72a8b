import type { Page } from 'puppeteer-core';

const QUIET_MS = 600;

/** Lays a text into the page, so that bringing it there is no part of what is measured. */
export async function give(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => {
    Object.assign(globalThis, { benchText: given });
  }, text);
}

/**
 * Waits until the page had no long task for a while; gives the longest one since this was last asked, in milliseconds,
 * zero when none took 50 ms.
 */
export function longestTask(page: Page): Promise<number> {
  return page.evaluate(async (quiet) => {
    const kept = globalThis as unknown as { benchSince?: number };
    const since = kept.benchSince ?? 0;
    const seen = { longest: 0, last: performance.now() };
    const observer = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        if (startTime >= since) seen.longest = Math.max(seen.longest, duration);
        seen.last = Math.max(seen.last, startTime + duration);
      }
    });
    observer.observe({ type: 'longtask', buffered: true });
    while (performance.now() - seen.last < quiet) await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    kept.benchSince = performance.now();
    return seen.longest;
  }, QUIET_MS);
}

/** Puts the text into a field as a paste does. Runs in the page. */
export function paste(element: Element): void {
  const text = (globalThis as unknown as { benchText: string }).benchText;
  // In a task of its own, which the browser tells when it is long.
  setTimeout(() => {
    (element as HTMLElement).focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    if (element.dispatchEvent(event)) document.execCommand('insertText', false, text);
  });
}

/** Sends the form that a field is in. Runs in the page. */
export function submit(element: Element): void {
  setTimeout(() => element.closest('form')?.requestSubmit());
}

/** Presses it. Runs in the page. */
export function press(element: Element): void {
  setTimeout(() => (element as HTMLElement).click());
}
