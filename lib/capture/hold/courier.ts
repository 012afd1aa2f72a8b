import type { ReleasedRequest } from '../../flow/hold-types.ts';
import { CommandError } from '../../messaging/command-error.ts';
import type { HoldFrames } from './hold-frames.ts';
import type { HoldMemory } from './hold-memory.ts';
import type { HoldTabs } from './hold-tabs.ts';
import type { Passages } from './passages.ts';
import type { Stopped } from './stopped.ts';

export interface CourierParts {
  readonly tabs: HoldTabs;
  readonly frames: HoldFrames;
  readonly memory: Pick<HoldMemory, 'leaveOrder'>;
  readonly passages: Passages;
  /** Makes the browser follow the passages. */
  readonly sync: () => Promise<void>;
  /** Whether the browser shows our page in a private window. */
  readonly pagesInPrivate: boolean;
}

/** Where a request goes. */
export interface Destination {
  readonly tabId: number;
  readonly frameId: number;
  readonly private: boolean;
}

/** Sends requests on to the application: by our page in the tab, which the browser treats like any page of another site. */
export interface Courier {
  /**
   * The frame of a callback, or a new tab when it is gone or out of reach. Throws a {@link CommandError} when nothing
   * could be sent there.
   * @param loadedUrls what the frame had loaded before, by which it is told from others
   */
  destination(
    place: Pick<Stopped, 'tabId' | 'frameId'> & { readonly private?: boolean },
    request: ReleasedRequest,
    loadedUrls: readonly string[],
  ): Promise<Destination>;
  send(request: ReleasedRequest, to: Destination, loadedUrls: readonly string[]): Promise<void>;
}

export function createCourier(parts: CourierParts): Courier {
  const { tabs, frames, memory, passages, sync, pagesInPrivate } = parts;
  return {
    async destination({ tabId, frameId, ...flow }, { method }, loadedUrls) {
      const tab = await tabs.find(tabId);
      if (!tab && flow.private) {
        throw new CommandError({
          code: 'private-tab-closed',
          message:
            'The private tab of this callback was closed, and nothing of it is opened in an ordinary one.',
          remedy: 'Drop it, and launch the request again.',
        });
      }
      if (!tab) return { tabId: await tabs.openBeside(-1), frameId: 0, private: false };
      if (tab.private && !pagesInPrivate && method !== 'GET') {
        throw new CommandError({
          code: 'no-form-in-private-window',
          message:
            'This browser shows no page of an extension in a private window, so no form can be sent there.',
          remedy: 'Launch the request again in an ordinary window, or with Hold switched off.',
        });
      }
      if (frameId !== 0 && !(await frames.canReach({ tabId, frameId }, loadedUrls)))
        return { tabId: await tabs.openBeside(tabId), frameId: 0, private: tab.private };
      return { tabId, frameId, private: tab.private };
    },
    async send(request, to, loadedUrls) {
      await passages.open({ ...to, url: request.url });
      await sync();
      if (to.frameId !== 0) return frames.send(request, to, loadedUrls);
      if (to.private && !pagesInPrivate) return tabs.navigate(to.tabId, request.url);
      const key = crypto.randomUUID();
      await memory.leaveOrder(key, request);
      await tabs.show(to.tabId, { go: key });
    },
  };
}
