import { browser } from '../browser/browser.ts';
import type { Observation } from '../flow/observation.ts';
import type { CaptureStatus } from '../messaging/protocol.ts';
import type { Handlers } from '../messaging/server.ts';
import { createArchive } from '../storage/archive.ts';
import { createJournal } from '../storage/journal.ts';
import { readSession, writeSession } from '../storage/session-values.ts';
import { createSettingsStore } from '../storage/settings-store.ts';
import { showBadge } from './badge.ts';
import { createClearing } from './clearing.ts';
import { createFlowStore, type FlowChange } from './flow-store.ts';
import { launch } from './launch.ts';
import { callbackShown, missedCallbacks, showsCallback } from './look-at-tabs.ts';
import { createStamps } from './observation-ids.ts';
import { openWorkbench } from './open-workbench.ts';
import { createRecorder } from './recorder.ts';
import { isPrivateTab, shownFrames } from './tabs.ts';

/** Everything that captures, put together: what observes, what is kept, and the commands on it. */
export interface Capture {
  readonly epoch: string;
  readonly ready: Promise<void>;
  readonly stamp: ReturnType<typeof createStamps>;
  readonly handlers: Handlers;
  observe(observation: Observation): void;
  summaries(): ReturnType<ReturnType<typeof createFlowStore>['summaries']>;
  status(): Promise<CaptureStatus>;
  /** Looks for callbacks that a tab, or any tab, shows and no listener reported. Gives how many. */
  lookAtTabs(tabId?: number): Promise<number>;
  /** Drops what an earlier browser session left behind. */
  forgetEarlierSession(): Promise<void>;
}

/** @param onChange called with every change, and with an empty one when only the status changed */
export function createCapture(onChange: (change: FlowChange) => void): Capture {
  const epoch = crypto.randomUUID().slice(0, 8);
  const stamp = createStamps(epoch);
  const settings = createSettingsStore();
  const archive = createArchive();
  const journal = createJournal(browser.storage.session);
  const now = Date.now;
  const statusChanged = (): void => onChange({ changed: [], removed: [] });

  const store = createFlowStore({
    journal,
    archive,
    now,
    onChange: (change) => {
      onChange(change);
      if (change.changed.some((summary) => summary.callbackAt !== undefined)) void refreshBadge();
    },
    onDropped: (droppedReason) =>
      void readSession()
        .then(({ dropped }) => writeSession({ dropped: dropped + 1, droppedReason }))
        .then(statusChanged),
  });
  const recorder = createRecorder({
    store,
    settings,
    isPrivate: isPrivateTab,
    identified: (tabId, isPrivate) => ({
      ...stamp(now()),
      kind: 'identified',
      witness: 'tab',
      tabId,
      frameId: 0,
      private: isPrivate,
    }),
  });
  const clearing = createClearing(store, journal, now);
  const ready = recorder.ready.then(() => clearing.purgeExpired()).catch(() => undefined);

  const unseen = async (): Promise<number> => {
    const { seenAt } = await readSession();
    return store.summaries().filter(({ callbackAt }) => callbackAt !== undefined && callbackAt > seenAt)
      .length;
  };
  const refreshBadge = async (): Promise<void> => showBadge(await unseen());

  const status = async (): Promise<CaptureStatus> => {
    await ready;
    const [granted, session, privateAllowed, count] = await Promise.all([
      browser.permissions.getAll(),
      readSession(),
      browser.extension.isAllowedIncognitoAccess(),
      unseen(),
    ]);
    const origins = granted.origins ?? [];
    const summaries = store.summaries();
    return {
      recording: recorder.isRecording(),
      flows: summaries.length,
      held: summaries.filter((flow) => flow.status === 'held').length,
      dropped: session.dropped,
      ...(session.droppedReason === '' ? {} : { droppedReason: session.droppedReason }),
      deaf: summaries.filter((flow) => flow.marks.includes('deaf')).length,
      unseen: count,
      allSites: origins.some((origin) => origin === '<all_urls>' || origin === '*://*/*'),
      accessOrigins: origins,
      privateAllowed,
    };
  };

  const setRecording = async (on: boolean): Promise<CaptureStatus> => {
    await ready;
    if (on && !recorder.isRecording()) {
      const shown = await shownFrames();
      await writeSession({ shownBefore: shown.map(({ url }) => url).filter(showsCallback) });
    }
    await recorder.setRecording(on);
    statusChanged();
    return status();
  };

  const lookAtTabs = async (tabId?: number): Promise<number> => {
    await ready;
    if (!recorder.isRecording()) return 0;
    const [frames, { shownBefore }] = await Promise.all([shownFrames(tabId), readSession()]);
    const missed = missedCallbacks(frames, store.live(), new Set(shownBefore));
    for (const frame of missed) recorder.observe(callbackShown(frame, stamp(now())));
    return missed.length;
  };

  return {
    epoch,
    ready,
    stamp,
    observe: recorder.observe,
    summaries: store.summaries,
    status,
    lookAtTabs,
    async forgetEarlierSession() {
      await archive.clear();
      await recorder.ready;
      await store.load();
    },
    handlers: {
      status,
      setRecording,
      flow: async (id) => {
        await ready;
        return store.flow(id);
      },
      recentCallbacks: async (limit) => {
        await ready;
        return store
          .summaries()
          .filter((flow) => flow.callbackAt !== undefined)
          .toSorted((a, b) => (b.callbackAt ?? 0) - (a.callbackAt ?? 0))
          .slice(0, limit);
      },
      launch: async (order) => {
        await ready;
        if (!recorder.isRecording()) await setRecording(true);
        return launch(order, recorder.observe, stamp);
      },
      clear: async (scope) => {
        await ready;
        return clearing.clear(scope);
      },
      undoClear: async (undoId) => {
        await ready;
        return clearing.undo(undoId);
      },
      markSeen: async () => {
        await writeSession({ seenAt: now() });
        await refreshBadge();
        statusChanged();
        return status();
      },
      openWorkbench,
      lookAtTabs: async () => ({ found: await lookAtTabs() }),
    },
  };
}
