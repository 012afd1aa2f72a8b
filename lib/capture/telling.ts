import type { Observation } from '../flow/observation.ts';
import { CommandError } from '../messaging/command-error.ts';
import type { Joining, Telling, ToldCommands, ToldWebhooks } from '../messaging/told-protocol.ts';
import { readCallbackText } from '../oauth/read-callback-text.ts';
import { readWebhooks } from '../oauth/read-webhooks.ts';
import type { Stamp } from '../observe/stamp.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { FlowStore } from './flow-store.ts';
import type { Told } from './tell.ts';

export interface TellingParts {
  readonly store: Pick<FlowStore, 'tell'>;
  readonly ready: Promise<void>;
  readonly stamp: (at: number) => Stamp;
  readonly now: () => number;
  readonly catalogue: () => Catalogue;
  /** Whether a tab is in a private window; undefined when it is gone. */
  readonly isPrivate: (tabId: number) => Promise<boolean | undefined>;
}

/** What the commands give, which here is always promised. */
type Promised<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never;
};

/** Commands by which a person adds what the browser cannot see. They count whether recording is on or off. */
export function createTelling({
  store,
  ready,
  stamp,
  now,
  catalogue,
  isPrivate,
}: TellingParts): Promised<ToldCommands> {
  const base = () => ({ ...stamp(now()), witness: 'person', tabId: -1, frameId: 0 }) as const;
  const tell = async (observation: Observation): Promise<Told> => {
    const told = await store.tell(observation);
    if (told) return told;
    throw new CommandError({
      code: 'no-flow',
      message: 'The flow is no longer there.',
      remedy: 'It was cleared meanwhile; choose another one.',
    });
  };
  /** Nothing told in a private window, nor in one that is gone, may reach the disk. */
  const secret = async ({ tabId }: Telling): Promise<boolean> =>
    tabId === undefined ? false : ((await isPrivate(tabId)) ?? true);

  return {
    async tellCallback(telling) {
      await ready;
      const read = readCallbackText(telling.text, catalogue().aliases);
      if (!read.ok) throw new CommandError(read.failure);
      const { flow, joining } = await tell({
        ...base(),
        kind: 'pasted',
        ...read.callback,
        private: await secret(telling),
      });
      return { flowId: flow.id, joining };
    },
    async tellWebhooks(telling) {
      await ready;
      const read = readWebhooks(telling.text, catalogue().aliases);
      if (!read.ok) throw new CommandError(read.failure);
      const { inboxUrl } = telling;
      const isSecret = await secret(telling);
      const count: Record<Joining, number> = { joined: 0, known: 0, alone: 0 };
      let flowId = '';
      for (const { id, body } of read.webhooks) {
        const { flow, joining } = await tell({
          ...base(),
          kind: 'webhook',
          deliveryId: id,
          from: inboxUrl === undefined ? 'pasted' : 'inbox',
          ...(inboxUrl === undefined ? {} : { inboxUrl }),
          body,
          private: isSecret,
        });
        count[joining] += 1;
        flowId = flow.id;
      }
      return { ...count, skipped: read.skipped, flowId } satisfies ToldWebhooks;
    },
    async pin(flowId, pinned) {
      await ready;
      await tell({ ...base(), kind: 'pinned', flowId, pinned });
      return { pinned };
    },
    async recordCall(place, call) {
      await ready;
      if ('flowId' in place) await tell({ ...base(), kind: 'called', flowId: place.flowId, call });
      else {
        const { tabId, ...group } = place;
        const isSecret = await secret({ text: '', ...(tabId === undefined ? {} : { tabId }) });
        await tell({ ...base(), kind: 'called', group: { ...group, private: isSecret }, call });
      }
      return { recorded: true } as const;
    },
  };
}
