import { type BrowserContext, expect, type Page } from '@playwright/test';

/** Watches every page of a browser for script that ran and for errors that nobody caught. */
export interface Canary {
  /** Fails when something ran or went wrong in a page since the last time. */
  expectQuiet(): Promise<void>;
}

/** Messages of the browser about what a page of the test's own servers did; they say nothing of the extension. */
const OF_PAGES = /^https?:/;

/** A style attribute that the policy kept from working; filling an editable element by command leaves such ones. */
const STYLE_REFUSED = /^Applying inline style violates/;

/** Begins to watch; pages that are open already are watched too. */
export function watchCanary(context: BrowserContext): Canary {
  const faults: string[] = [];
  const watch = (page: Page): void => {
    page.on('pageerror', (error) => void faults.push(`${page.url()}: ${error.message}`));
    page.on('dialog', (dialog) => {
      faults.push(`${page.url()}: dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (message.type() !== 'error' || STYLE_REFUSED.test(message.text())) return;
      if (!OF_PAGES.test(page.url())) faults.push(`${page.url()}: ${message.text()}`);
    });
  };
  for (const page of context.pages()) watch(page);
  context.on('page', watch);
  context.on('weberror', (error) => {
    if (error.page() === null) faults.push(`worker: ${error.error().message}`);
  });
  return {
    async expectQuiet() {
      const ours = context.pages().filter((page) => page.url().startsWith('chrome-extension:'));
      const seen = await Promise.all(ours.map((page) => page.evaluate(look)));
      for (const worker of context.serviceWorkers()) seen.push(await worker.evaluate(look));
      expect(seen).toEqual(seen.map(() => ({ pwned: false, polluted: false })));
      expect(faults.splice(0)).toEqual([]);
    },
  };
}

function look(): { pwned: boolean; polluted: boolean } {
  return { pwned: 'pwned' in globalThis, polluted: 'polluted' in {} };
}
