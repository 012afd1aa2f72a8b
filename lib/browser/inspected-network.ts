import type { NetworkEntry } from '../flow/network-entry.ts';
import { browser } from './browser.ts';

/** The browsers' entry of a finished request, as far as it is used. */
interface FinishedRequest extends NetworkEntry {
  /** Chromium promises an object, Firefox a list of the content and its type. */
  getContent(): Promise<Content | readonly [content: string | null, type?: string | null]>;
}

interface Content {
  readonly content: string | null;
  /** `base64`, or empty for a text. */
  readonly encoding?: string | null;
}

/**
 * Watches the requests of the inspected page and takes those that are wanted, with the text of their responses. It needs
 * no access to any host. A response must be asked for at once: a navigation that follows takes it away.
 * @param isWanted asked of every request of the page, so that it must be cheap
 * @param take called with the text of the response; undefined where the browser gave none, or no text
 */
export function watchInspectedNetwork(
  isWanted: (entry: NetworkEntry) => boolean,
  take: (entry: NetworkEntry, content: string | undefined) => Promise<void>,
): void {
  browser.devtools.network.onRequestFinished.addListener((request) => {
    const entry = request as unknown as FinishedRequest;
    if (!isWanted(entry)) return;
    contentOf(entry)
      .then((content) => take(entry, content))
      // A call that cannot be written must not stop the ones after it.
      .catch(() => undefined);
  });
}

async function contentOf(entry: FinishedRequest): Promise<string | undefined> {
  try {
    const answer = await entry.getContent();
    const { content, encoding } = 'content' in answer ? answer : { content: answer[0], encoding: answer[1] };
    if (encoding !== 'base64' || !content) return content ?? undefined;
    const bytes = Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
