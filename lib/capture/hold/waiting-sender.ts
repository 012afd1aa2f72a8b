import type { ReleaseDifference, ReleasedRequest } from '../../flow/hold-types.ts';
import type { Allowances } from './allowances.ts';
import type { HoldMemory } from './hold-memory.ts';
import type { HoldTabs } from './hold-tabs.ts';
import type { NaturalHeaders } from './natural-headers.ts';
import { noLongerWaiting } from './refusals.ts';
import { type CallbackSender, type HeldFlow, type ReleasePlan, whatChanges } from './sender.ts';
import type { Stopped } from './stopped.ts';
import type { BlockingAnswer, Waiting } from './waiting.ts';

export interface WaitingSenderParts {
  readonly waiting: Waiting;
  readonly tabs: HoldTabs;
  readonly allowances: Allowances;
  readonly memory: Pick<HoldMemory, 'leaveOrder'>;
  readonly naturalHeaders: NaturalHeaders;
}

/**
 * For browsers that let a listener keep a request waiting (Firefox). Answered, it goes on as it was, in any frame, and
 * to another URL where that was changed. Only a changed body must be sent by a page of ours, with the headers of the
 * request that waited.
 */
export function createWaitingSender(parts: WaitingSenderParts): CallbackSender {
  const { waiting, tabs, allowances, memory, naturalHeaders } = parts;

  const admit = (place: Pick<Stopped, 'tabId' | 'frameId'>, url: string): Promise<void> =>
    allowances.open({
      ...place,
      from: { url, condition: { urlFilter: url, isUrlFilterCaseSensitive: true } },
    });

  const byAnswer = (
    holdId: string,
    stopped: Stopped,
    url: string,
    blockingAnswer: BlockingAnswer,
  ): ReleasePlan => ({
    differences: [],
    prepare: async () => ({ tabId: stopped.tabId, frameId: stopped.frameId }),
    async send(place) {
      await admit(place, url);
      waiting.answer(holdId, blockingAnswer);
    },
  });

  const byForm = (holdId: string, stopped: Stopped, request: ReleasedRequest): ReleasePlan => {
    const inFrame = stopped.frameId !== 0;
    const differences: ReleaseDifference[] = [inFrame ? 'own-tab' : 'form-again'];
    let headers: Awaited<ReturnType<NaturalHeaders['take']>> = [];
    return {
      differences,
      async prepare() {
        headers = await naturalHeaders.take(stopped, () => waiting.answer(holdId, {}));
        return { tabId: inFrame ? await tabs.openBeside(stopped.tabId) : stopped.tabId, frameId: 0 };
      },
      async send(place) {
        await admit(place, request.url);
        naturalHeaders.give(place.tabId, request.url, headers);
        const key = crypto.randomUUID();
        await memory.leaveOrder(key, request);
        await tabs.show(place.tabId, { go: key });
      },
    };
  };

  return {
    async plan({ hold, callback }: HeldFlow, request) {
      const stopped = waiting.find(hold.id);
      if (!stopped) throw noLongerWaiting();
      switch (whatChanges(callback, request)) {
        case 'nothing':
          return byAnswer(hold.id, stopped, request.url, {});
        case 'url':
          return byAnswer(hold.id, stopped, request.url, elsewhere(stopped, callback.url, request.url));
        case 'body':
          return byForm(hold.id, stopped, request);
      }
    },
  };
}

/** Takes a request to another URL; for a custom scheme the answer that redirects there is changed. */
function elsewhere({ url, responseHeaders }: Stopped, came: string, to: string): BlockingAnswer {
  if (url === came || !responseHeaders) return { redirectUrl: to };
  return {
    responseHeaders: responseHeaders.map((header) =>
      header.name.toLowerCase() === 'location' ? { ...header, value: to } : header,
    ),
  };
}
