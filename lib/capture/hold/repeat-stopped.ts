import type { Allowances } from './allowances.ts';
import { exactUrl, type SupportsRegex } from './exact-url.ts';
import type { HoldTabs } from './hold-tabs.ts';
import type { Stopped } from './stopped.ts';

/** Milliseconds until the browser shows its error page, and until a reload has sent its request. */
const ERROR_PAGE_WITHIN = 5_000;
const REQUEST_WITHIN = 2_000;

/** A reload that the browser swallowed, as it does while another page is still being shown, is tried again. */
const MOST_TRIES = 5;

export interface RepeatParts {
  readonly tabs: Pick<HoldTabs, 'showsError' | 'reload'>;
  readonly allowances: Allowances;
  readonly supportsRegex: SupportsRegex;
  /** Makes the browser follow the allowances. */
  readonly sync: () => Promise<void>;
}

/** Lets the browser repeat what it stopped in a tab, by a reload of its error page: with its initiator, cookies and body. */
export interface RepeatStopped {
  /** Waits until the tab shows the error page of this URL; false when it does not. */
  isThere(stopped: Pick<Stopped, 'tabId' | 'url'>): Promise<boolean>;
  /** @param url another URL to which the request is redirected before it leaves */
  send(stopped: Pick<Stopped, 'tabId' | 'url'> & { readonly method: string }, url?: string): Promise<void>;
}

export function createRepeatStopped({ tabs, allowances, supportsRegex, sync }: RepeatParts): RepeatStopped {
  const exact = async (url: string) => ({ url, condition: await exactUrl(url, supportsRegex) });
  return {
    isThere: ({ tabId, url }) => until(() => tabs.showsError({ tabId, frameId: 0, url }), ERROR_PAGE_WITHIN),
    async send({ tabId, url, method }, to = url) {
      const place = { tabId, frameId: 0 };
      const from = await exact(url);
      await allowances.open({ ...place, from, ...(to === url ? {} : { to: await exact(to) }) });
      await sync();
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        await tabs.reload(tabId);
        // The browser may ask whether to send a form again; a second reload would ask a second time.
        if (method !== 'GET' || (await until(() => allowances.wasUsed(place), REQUEST_WITHIN))) return;
        if (!(await tabs.showsError({ ...place, url }))) return;
      }
    },
  };
}

/** Milliseconds between two looks. */
const PAUSE = 25;

/** Looks until a condition holds; false when it did not within so many milliseconds. */
async function until(condition: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  for (;;) {
    if (await condition()) return true;
    if (performance.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
