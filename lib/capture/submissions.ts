import type { Observation } from '../flow/observation.ts';
import { CommandError } from '../messaging/command-error.ts';
import type { Match, Submission, SubmitCommands, SubmittedWebhooks } from '../messaging/submit-protocol.ts';
import { readCallbackText } from '../oauth/read-callback-text.ts';
import { readWebhooks } from '../oauth/read-webhooks.ts';
import type { EventMetadata } from '../observe/event-metadata.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { FlowStore } from './flow-store.ts';
import type { Submitted } from './submit.ts';

export interface SubmissionsParts {
  readonly store: Pick<FlowStore, 'submit'>;
  readonly ready: Promise<void>;
  readonly metadata: (at: number) => EventMetadata;
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
export function createSubmissions({
  store,
  ready,
  metadata,
  now,
  catalogue,
  isPrivate,
}: SubmissionsParts): Promised<SubmitCommands> {
  const base = () => ({ ...metadata(now()), eventSource: 'person', tabId: -1, frameId: 0 }) as const;
  const submit = async (observation: Observation): Promise<Submitted> => {
    const submitted = await store.submit(observation);
    if (submitted) return submitted;
    throw new CommandError({
      code: 'no-flow',
      message: 'The flow is no longer there.',
      remedy: 'It was cleared meanwhile; choose another one.',
    });
  };
  /** Nothing told in a private window, nor in one that is gone, may reach the disk. */
  const secret = async ({ tabId }: Submission): Promise<boolean> =>
    tabId === undefined ? false : ((await isPrivate(tabId)) ?? true);

  return {
    async submitCallback(submission) {
      await ready;
      const read = readCallbackText(submission.text, catalogue().aliases);
      if (!read.ok) throw new CommandError(read.failure);
      const { flow, match } = await submit({
        ...base(),
        kind: 'pasted',
        ...read.callback,
        private: await secret(submission),
      });
      return { flowId: flow.id, match };
    },
    async submitWebhooks(submission) {
      await ready;
      const read = readWebhooks(submission.text, catalogue().aliases);
      if (!read.ok) throw new CommandError(read.failure);
      const { inboxUrl } = submission;
      const isSecret = await secret(submission);
      const count: Record<Match, number> = { joined: 0, known: 0, alone: 0 };
      let flowId = '';
      for (const { id, body } of read.webhooks) {
        const { flow, match } = await submit({
          ...base(),
          kind: 'webhook',
          deliveryId: id,
          from: inboxUrl === undefined ? 'pasted' : 'inbox',
          ...(inboxUrl === undefined ? {} : { inboxUrl }),
          body,
          private: isSecret,
        });
        count[match] += 1;
        flowId = flow.id;
      }
      return { ...count, skipped: read.skipped, flowId } satisfies SubmittedWebhooks;
    },
    async pin(flowId, pinned) {
      await ready;
      await submit({ ...base(), kind: 'pinned', flowId, pinned });
      return { pinned };
    },
    async recordCall(place, call) {
      await ready;
      if ('flowId' in place) await submit({ ...base(), kind: 'called', flowId: place.flowId, call });
      else {
        const { tabId, ...group } = place;
        const isSecret = await secret({ text: '', ...(tabId === undefined ? {} : { tabId }) });
        await submit({ ...base(), kind: 'called', group: { ...group, private: isSecret }, call });
      }
      return { recorded: true } as const;
    },
  };
}
