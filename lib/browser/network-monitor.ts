import { browser } from './browser.ts';

/** What the browser's network said of one request, which it does not tell the page that made it. */
export interface NetworkMonitor {
  /** Waits for an error or a redirect, which comes a little after the page has heard of it, if at all. */
  heard(): Promise<void>;
  /** The browser's own error name, such as `net::ERR_CERT_DATE_INVALID`. */
  error(): string | undefined;
  /** Status and `Location` of an answer that redirects. */
  redirect(): { readonly status: number; readonly location: string } | undefined;
  /** True when the head of an answer arrived. */
  answered(): boolean;
  stop(): void;
}

/** How long the network's word may lag behind the page's, in milliseconds. */
const LAG = 1_000;

/**
 * Watches the requests to one URL until it is stopped. It sees those to hosts that the extension may see; undefined where
 * this page may not watch.
 */
export function watchNetwork(url: string): NetworkMonitor | undefined {
  const api = browser.webRequest as typeof browser.webRequest | undefined;
  const pattern = patternOf(url);
  if (!api?.onErrorOccurred || pattern === undefined) return undefined;
  let error: string | undefined;
  let redirect: { status: number; location: string } | undefined;
  let answered = false;
  const isOurs = (seen: string): boolean => seen.split('#')[0] === url.split('#')[0];
  const waiting = new Set<() => void>();
  const onError = (details: { url: string; error: string }): void => {
    if (!isOurs(details.url)) return;
    error = details.error;
    for (const go of waiting) go();
  };
  const onHeaders = (details: {
    url: string;
    statusCode: number;
    responseHeaders?: { name: string; value?: string }[];
  }): undefined => {
    if (!isOurs(details.url)) return;
    answered = true;
    const location = details.responseHeaders?.find(({ name }) => name.toLowerCase() === 'location')?.value;
    if (location !== undefined && details.statusCode >= 300 && details.statusCode < 400)
      redirect = { status: details.statusCode, location };
    if (redirect) for (const go of waiting) go();
  };
  const filter = { urls: [pattern], types: ['xmlhttprequest' as const] };
  try {
    api.onErrorOccurred.addListener(onError, filter);
    api.onHeadersReceived.addListener(onHeaders, filter, ['responseHeaders']);
  } catch {
    return undefined;
  }
  return {
    heard: () =>
      new Promise((resolve) => {
        if (error !== undefined || redirect) resolve();
        waiting.add(resolve);
        setTimeout(resolve, LAG);
      }),
    error: () => error,
    redirect: () => redirect,
    answered: () => answered,
    stop() {
      api.onErrorOccurred.removeListener(onError);
      api.onHeadersReceived.removeListener(onHeaders);
    },
  };
}

function patternOf(url: string): string | undefined {
  try {
    const { protocol, hostname } = new URL(url);
    return `${protocol}//${hostname}/*`;
  } catch {
    return undefined;
  }
}
