import type { CookieBrowser, CookieExchange } from '../../flow/cookies/cookie-types.ts';
import { createCookieHash } from '../../flow/cookies/hash-cookies.ts';
import { mergeExchanges } from '../../flow/cookies/merge-exchanges.ts';
import { readCookieExchange } from '../../flow/cookies/read-cookie-exchange.ts';
import type { NetworkEntry } from '../../flow/network-entry.ts';
import { connectBackground } from '../../messaging/client.ts';
import type { Background } from '../../messaging/protocol.ts';

/** Brings the cookies of the inspected page's requests into the flows to which they belong. */
export interface PageCookies {
  /** Reads entries; settles when the background has them. Values of cookies stay in the page that reads them. */
  read(entries: readonly NetworkEntry[]): Promise<void>;
}

/** The cookies of the page that DevTools inspect. */
export function connectPageCookies(tabId: number, browser: CookieBrowser): PageCookies {
  return createPageCookies({ background: connectBackground(), tabId, browser });
}

interface PageCookiesParts {
  readonly background: Pick<Background, 'call'>;
  readonly tabId: number;
  readonly browser: CookieBrowser;
}

export function createPageCookies({ background, tabId, browser }: PageCookiesParts): PageCookies {
  const hashing = createCookieHash();
  // What was set before a flow began counts for it; it is told again with each page, until newer ones push it out.
  let exchanges: readonly CookieExchange[] = [];
  let queue = Promise.resolve();
  const read = async (entries: readonly NetworkEntry[]): Promise<void> => {
    const hash = await hashing;
    const read = await Promise.all(entries.map((entry) => readCookieExchange(entry, hash)));
    const merged = mergeExchanges(
      exchanges,
      read.filter((one) => one !== undefined),
    );
    if (JSON.stringify(merged) === JSON.stringify(exchanges)) return;
    exchanges = merged;
    await background.call('recordCookies', tabId, { browser, exchanges });
  };
  return {
    read(entries) {
      queue = queue.then(() => read(entries));
      return queue;
    },
  };
}
