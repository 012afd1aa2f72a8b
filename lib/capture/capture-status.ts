import { browser } from '../browser/browser.ts';
import type { CaptureStatus } from '../messaging/protocol.ts';
import { readSession } from '../storage/session-values.ts';
import { showBadge } from './badge.ts';
import type { Dropped } from './dropped.ts';
import type { FlowStore } from './flow-store.ts';
import type { Hold } from './hold/hold.ts';
import type { Recorder } from './recorder.ts';

interface StatusParts {
  readonly store: Pick<FlowStore, 'summaries' | 'history'>;
  readonly recorder: Pick<Recorder, 'isRecording'>;
  readonly hold: Pick<Hold, 'status'>;
  readonly dropped: Dropped;
  readonly ready: Promise<void>;
}

/** What the background is doing, and the badge that counts callbacks since somebody last looked. */
export function createCaptureStatus({ store, recorder, hold, dropped, ready }: StatusParts) {
  const unseen = async (): Promise<number> => {
    const { seenAt } = await readSession();
    return store
      .summaries()
      .filter(({ callbackAt }) => callbackAt !== undefined && callbackAt > seenAt)
      .filter(({ marks }) => !marks.includes('earlier-session')).length;
  };
  return {
    refreshBadge: async (): Promise<void> => showBadge(await unseen()),
    async status(): Promise<CaptureStatus> {
      await ready;
      const [granted, session, privateAllowed, count, history] = await Promise.all([
        browser.permissions.getAll(),
        readSession(),
        browser.extension.isAllowedIncognitoAccess(),
        unseen(),
        store.history.status(),
      ]);
      const origins = granted.origins ?? [];
      const summaries = store.summaries();
      const kept = dropped.with(session);
      return {
        recording: recorder.isRecording(),
        flows: summaries.length,
        held: summaries.filter((flow) => flow.status === 'held').length,
        hold: hold.status(origins),
        dropped: kept.dropped,
        ...(kept.droppedReason === '' ? {} : { droppedReason: kept.droppedReason }),
        deaf: summaries.filter((flow) => flow.marks.includes('deaf')).length,
        unseen: count,
        allSites: origins.some((origin) => origin === '<all_urls>' || origin === '*://*/*'),
        accessOrigins: origins,
        privateAllowed,
        history: {
          ...history,
          expired: session.expired,
          ...(session.lost === 0 ? {} : { lost: session.lost }),
        },
      };
    },
  };
}
