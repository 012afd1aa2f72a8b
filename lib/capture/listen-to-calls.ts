import { browser } from '../browser/browser.ts';
import type { PageRequests } from './page-requests.ts';

type Details = Parameters<PageRequests['begun']>[0];
type ResourceType = 'xmlhttprequest' | 'ping' | 'beacon';

/**
 * Registers the listeners of requests that scripts of pages make, at once, as a background that may be woken by any of them
 * must. They need access to the host that is called and to the page's.
 */
export function listenToCalls(requests: PageRequests): void {
  const { webRequest } = browser;
  // Firefox alone distinguishes beacons from the pings of links; Chromium refuses a type that it does not know.
  const types: ResourceType[] = ['xmlhttprequest', 'ping'];
  if ('BEACON' in ((webRequest as { ResourceType?: object }).ResourceType ?? {})) types.push('beacon');
  const filter = { urls: ['http://*/*', 'https://*/*'], types };
  webRequest.onBeforeRequest.addListener(
    (details) => {
      requests.begun(details as unknown as Details);
      return undefined;
    },
    filter,
    ['requestBody'],
  );
  webRequest.onSendHeaders.addListener((details) => requests.sent(details), filter, ['requestHeaders']);
  webRequest.onHeadersReceived.addListener(
    (details) => {
      requests.answered(details);
      return undefined;
    },
    filter,
    ['responseHeaders'],
  );
  webRequest.onCompleted.addListener((details) => requests.completed(details), filter);
  webRequest.onErrorOccurred.addListener((details) => requests.failed(details), filter);
}
