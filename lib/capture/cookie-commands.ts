import { exchangesOfFlow } from '../flow/cookies/exchanges-of-flow.ts';
import { mergeExchanges } from '../flow/cookies/merge-exchanges.ts';
import { isInTab } from '../flow/tracker.ts';
import type { Handlers } from '../messaging/server.ts';
import type { EventMetadata } from '../observe/event-metadata.ts';
import type { FlowStore } from './flow-store.ts';

interface CookieCommandParts {
  readonly store: Pick<FlowStore, 'live' | 'submit'>;
  readonly ready: Promise<void>;
  readonly metadata: (at: number) => EventMetadata;
  readonly now: () => number;
  readonly isRecording: () => boolean;
}

/** Flows of a tab that one message can add cookies to, the newest ones. */
const MAX_FLOWS = 10;

/** The command that brings cookies, from DevTools, into the flows to which they belong. */
export function createCookieCommands({
  store,
  ready,
  metadata,
  now,
  isRecording,
}: CookieCommandParts): Pick<Handlers, 'recordCookies'> {
  return {
    async recordCookies(tabId, cookies) {
      await ready;
      if (!isRecording()) return { flows: 0 };
      let flows = 0;
      for (const flow of store
        .live()
        .filter((one) => isInTab(one, tabId))
        .slice(-MAX_FLOWS)) {
        const before = flow.cookies?.exchanges ?? [];
        const exchanges = exchangesOfFlow(flow, cookies.exchanges);
        // What is known already is not written into the journal again.
        if (JSON.stringify(mergeExchanges(before, exchanges)) === JSON.stringify(before)) continue;
        const event = { ...metadata(now()), eventSource: 'devtools.network', tabId, frameId: 0 } as const;
        await store.submit({
          ...event,
          kind: 'cookies',
          flowId: flow.id,
          cookies: { ...cookies, exchanges },
        });
        flows += 1;
      }
      return { flows };
    },
  };
}
