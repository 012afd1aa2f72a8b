import { browser } from '../../browser/browser.ts';
import type { ResponseHeader, Stopped } from './stopped.ts';

/** Headers that say where a request comes from and who is signed in. The others belong to its body, or never differ. */
const NATURAL = /^(?:cookie|origin|referer|sec-fetch-(?:site|mode|dest|user))$/i;

/** Gives a request that must be sent again the headers of the one that was stopped. */
export interface NaturalHeaders {
  /**
   * Lets a waiting request go as far as its headers, takes them, and cancels it.
   * @param letGo answers the waiting request
   */
  take(stopped: Stopped, letGo: () => void): Promise<readonly ResponseHeader[]>;
  /** Puts them on the next request of this tab to this URL, in the place of its own. */
  give(tabId: number, url: string, headers: readonly ResponseHeader[]): void;
}

/** By listeners that exist for one request each (Firefox), so that no other request is delayed. */
export function createNaturalHeaders(): NaturalHeaders {
  const { onBeforeSendHeaders, onErrorOccurred } = browser.webRequest;
  const filter = { urls: ['<all_urls>'], types: ['main_frame' as const, 'sub_frame' as const] };
  return {
    take: ({ requestId }, letGo) =>
      new Promise((resolve) => {
        let headers: readonly ResponseHeader[] = [];
        const read = (details: {
          readonly requestId: string;
          readonly requestHeaders?: ResponseHeader[];
        }) => {
          if (details.requestId !== requestId) return {};
          headers = (details.requestHeaders ?? []).filter(({ name }) => NATURAL.test(name));
          return { cancel: true };
        };
        // Its end is observed first, so that it is not taken for the end of what is sent next.
        const ended = (details: { readonly requestId: string }): void => {
          if (details.requestId !== requestId) return;
          onBeforeSendHeaders.removeListener(read);
          onErrorOccurred.removeListener(ended);
          resolve(headers);
        };
        onBeforeSendHeaders.addListener(read, filter, ['blocking', 'requestHeaders']);
        onErrorOccurred.addListener(ended, filter);
        letGo();
      }),
    give(tabId, url, headers) {
      const put = (details: {
        readonly tabId: number;
        readonly url: string;
        readonly requestHeaders?: ResponseHeader[];
      }) => {
        if (details.tabId !== tabId || details.url !== url) return {};
        onBeforeSendHeaders.removeListener(put);
        const own = (details.requestHeaders ?? []).filter(({ name }) => !NATURAL.test(name));
        return { requestHeaders: [...own, ...headers] };
      };
      onBeforeSendHeaders.addListener(put, { ...filter, tabId }, ['blocking', 'requestHeaders']);
    },
  };
}
