import type { NetworkEntry } from '../flow/network-entry.ts';
import { browser } from './browser.ts';

/** Milliseconds after which Chromium tells of headers that it did not show in the event of a request. */
const LATE = 1_000;

/**
 * Watches the requests of the inspected page for those whose cookies are of interest. A request may be given more than once:
 * in Chromium the event itself often lacks `Set-Cookie`, and the list of the page's requests has it a little later.
 * @param isWanted asked of every request of the page, so that it must be cheap
 */
export function watchInspectedCookies(
  isWanted: (entry: NetworkEntry) => boolean,
  take: (entries: readonly NetworkEntry[]) => Promise<void>,
): void {
  const { network } = browser.devtools;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const takeAgain = async (): Promise<void> => {
    const { entries } = (await network.getHAR()) as { readonly entries?: readonly NetworkEntry[] };
    await take((entries ?? []).filter(isWanted));
  };
  network.onRequestFinished.addListener((request) => {
    const entry = request as unknown as NetworkEntry;
    if (!isWanted(entry)) return;
    // Cookies that cannot be written must not stop those after them.
    void take([entry]).catch(() => undefined);
    if (!isOfChromium(entry)) return;
    clearTimeout(timer);
    // The inspected page may be gone by then, and its requests with it.
    timer = setTimeout(() => void takeAgain().catch(() => undefined), LATE);
  });
}

/** Chromium alone adds the kind of resource to its entries. */
export function isOfChromium(entry: NetworkEntry): boolean {
  return '_resourceType' in entry;
}
