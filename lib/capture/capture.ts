import { browser } from '../browser/browser.ts';
import type { Observation } from '../flow/observation.ts';
import type { FlowMark } from '../flow/types.ts';
import type { CaptureStatus, LaunchOrder } from '../messaging/protocol.ts';
import type { Handlers } from '../messaging/server.ts';
import { parseAuthorizeRequest } from '../oauth/authorize-request.ts';
import { BUILT_IN_STEPS } from '../providers/built-in-steps.ts';
import { setBuiltInSteps } from '../providers/catalogue.ts';
import * as profileChecks from '../providers/validate-profile.ts';
import { createArchive } from '../storage/archive.ts';
import { countArchive } from '../storage/counted-archive.ts';
import { createDeletedFlows } from '../storage/deleted-flows.ts';
import { eraseKeys } from '../storage/erase-keys.ts';
import { followProfiles } from '../storage/follow-profiles.ts';
import { createJournal } from '../storage/journal.ts';
import { createJudgeChoices } from '../storage/judge-choices.ts';
import { createKeyStore } from '../storage/key-store.ts';
import { createProfileStore } from '../storage/profile-store.ts';
import { readSession, writeSession } from '../storage/session-values.ts';
import { DEFAULT_SETTINGS, type Settings } from '../storage/settings.ts';
import { createSettingsStore } from '../storage/settings-store.ts';
import { showBadge } from './badge.ts';
import { beginSession } from './begin-session.ts';
import { createClearing } from './clearing.ts';
import { eraseEverything, RESTART_AFTER } from './erase.ts';
import { createFlowStore, type FlowChange } from './flow-store.ts';
import { createHold, type Hold } from './hold/hold.ts';
import { createHoldFrames } from './hold/hold-frames.ts';
import { createHoldMemory } from './hold/hold-memory.ts';
import { createHoldTabs } from './hold/hold-tabs.ts';
import { createRuleKeeper } from './hold/rule-keeper.ts';
import { sessionRules } from './hold/session-rules.ts';
import { importFlows } from './import-flows.ts';
import { launch } from './launch.ts';
import { callbackShown, missedCallbacks, showsCallback } from './look-at-tabs.ts';
import { createStamps } from './observation-ids.ts';
import { openWorkbench } from './open-workbench.ts';
import { createRecorder } from './recorder.ts';
import { isPrivateTab, shownFrames } from './tabs.ts';
import { createTelling } from './telling.ts';

/** Everything that captures, put together: what observes, what is kept, and the commands on it. */
export interface Capture {
  readonly epoch: string;
  readonly ready: Promise<void>;
  readonly stamp: ReturnType<typeof createStamps>;
  readonly handlers: Handlers;
  observe(observation: Observation): void;
  /** Present where a listener's answer stops requests; absent where the browser's rules do. */
  readonly judge?: Hold['judge'];
  summaries(): ReturnType<ReturnType<typeof createFlowStore>['summaries']>;
  status(): Promise<CaptureStatus>;
  /** Looks for callbacks that a tab, or any tab, shows and no listener reported. Gives how many. */
  lookAtTabs(tabId?: number): Promise<number>;
}

/** @param onChange called with every change, and with an empty one when only the status changed */
export function createCapture(onChange: (change: FlowChange) => void): Capture {
  const epoch = crypto.randomUUID().slice(0, 8);
  const stamp = createStamps(epoch);
  const settings = createSettingsStore();
  const choices = createJudgeChoices();
  const archive = countArchive(createArchive());
  const deleted = createDeletedFlows(browser.storage.local);
  const journal = createJournal(browser.storage.session);
  const now = Date.now;
  const statusChanged = (): void => onChange({ changed: [], removed: [] });

  const store = createFlowStore({
    journal,
    archive,
    now,
    onChange: (change) => {
      hold.flowsChanged();
      onChange(change);
      if (change.changed.some((summary) => summary.callbackAt !== undefined)) void refreshBadge();
    },
    onDropped: (droppedReason) =>
      void readSession()
        .then(({ dropped }) => writeSession({ dropped: dropped + 1, droppedReason }))
        .then(statusChanged),
    onExpired: (count) =>
      void readSession()
        .then(({ expired }) => writeSession({ expired: expired + count }))
        .then(statusChanged),
  });
  const mark = {
    read: async () => (await readSession()).begun,
    write: () => writeSession({ begun: true }),
  };
  const begin = async (): Promise<void> => {
    await profiles.ready;
    await beginSession({ archive, settings, deleted, mark, now }).catch(store.history.failed);
    const { history, silenced } = await settings.read().catch(() => DEFAULT_SETTINGS);
    store.history.setOn(history);
    silence(silenced);
    store.judgeAs(await choices.read().catch(() => ({})));
    await store.load();
  };
  choices.watch(store.judgeAs);
  let silencedNow = '';
  const silence = (silenced: Settings['silenced']): void => {
    const next = JSON.stringify(silenced);
    if (next !== silencedNow) store.silence(silenced);
    silencedNow = next;
  };
  settings.watch(({ history, silenced }) => {
    silence(silenced);
    store.history.setOn(history);
    statusChanged();
  });
  // Which provider a flow belongs to is told while flows are read back, so that the profiles come first.
  setBuiltInSteps(BUILT_IN_STEPS);
  const profiles = followProfiles(createProfileStore(), async () => profileChecks);
  const recorder = createRecorder({
    store: { ...store, load: begin },
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
  const clearing = createClearing(store, journal, now, deleted);
  const ready = recorder.ready.then(() => clearing.purgeExpired()).catch(() => undefined);

  const rules = createRuleKeeper(sessionRules());
  const hold: Hold = createHold({
    flows: store.live,
    flow: store.flow,
    flowsReady: ready,
    record: recorder.observe,
    stamp,
    now,
    memory: createHoldMemory(browser.storage.session),
    rules,
    tabs: createHoldTabs(),
    frames: createHoldFrames(),
    startRecording: async () => {
      if (!recorder.isRecording()) await setRecording(true);
    },
    onChange: statusChanged,
  });
  void hold.ready.then(() => (hold.isWatching() ? lookAtTabs() : 0));

  const unseen = async (): Promise<number> => {
    const { seenAt } = await readSession();
    return store
      .summaries()
      .filter(({ callbackAt, marks }) => callbackAt !== undefined && callbackAt > seenAt && !isPast(marks))
      .length;
  };
  const refreshBadge = async (): Promise<void> => showBadge(await unseen());

  const status = async (): Promise<CaptureStatus> => {
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
    return {
      recording: recorder.isRecording(),
      flows: summaries.length,
      held: summaries.filter((flow) => flow.status === 'held').length,
      hold: hold.status(origins),
      dropped: session.dropped,
      ...(session.droppedReason === '' ? {} : { droppedReason: session.droppedReason }),
      deaf: summaries.filter((flow) => flow.marks.includes('deaf')).length,
      unseen: count,
      allSites: origins.some((origin) => origin === '<all_urls>' || origin === '*://*/*'),
      accessOrigins: origins,
      privateAllowed,
      history: { ...history, expired: session.expired },
    };
  };

  const setRecording = async (on: boolean): Promise<CaptureStatus> => {
    await ready;
    if (on && !recorder.isRecording()) {
      const shown = await shownFrames();
      await writeSession({ shownBefore: shown.map(({ url }) => url).filter(showsCallback) });
    }
    if (!on) await hold.switchOff();
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
    hold.lookAt(frames.filter(({ failed }) => failed));
    return missed.length;
  };

  return {
    epoch,
    ready,
    stamp,
    observe(observation) {
      recorder.observe(observation);
      hold.observed(observation);
    },
    ...(rules ? {} : { judge: hold.judge }),
    summaries: store.summaries,
    status,
    lookAtTabs,
    handlers: {
      status,
      setRecording,
      flow: async (id) => {
        await ready;
        return store.flow(id);
      },
      others: async (id) => {
        await ready;
        const flow = await store.flow(id);
        return flow ? store.others(flow) : [];
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
        if (order.target === 'phone') return launch(order, store.record, stamp, await phoneOf(order));
        if (!recorder.isRecording()) await setRecording(true);
        await hold.expect(order.redirectUri ?? redirectUriOf(order.url));
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
      ...createTelling({ store, ready, stamp, now, isPrivate: isPrivateTab }),
      importFlows: async (flows) => {
        await ready;
        return importFlows(flows, store);
      },
      ...hold.handlers,
      setHold: async (choice) => {
        await hold.handlers.setHold(choice);
        return (await status()).hold;
      },
      lookAtTabs: async () => ({ found: await lookAtTabs() }),
      eraseEverything: () =>
        eraseEverything({
          async stop() {
            await setRecording(false);
            store.history.setOn(false);
            await store.history.settled();
          },
          stores: {
            flows: archive.clear,
            keys: () => eraseKeys(createKeyStore()),
            'settings, saved values and profiles': () => browser.storage.local.clear(),
            'what this session remembers': () => browser.storage.session.clear(),
          },
          restart: () => void setTimeout(() => browser.runtime.reload(), RESTART_AFTER),
        }),
    },
  };
}

/** A request opened on a phone from the panel of a private window stays in memory too. */
async function phoneOf({ tabId }: LaunchOrder): Promise<{ readonly private: boolean }> {
  return { private: tabId === undefined ? false : ((await isPrivateTab(tabId)) ?? true) };
}

const isPast = (marks: readonly FlowMark[]): boolean => marks.includes('earlier-session');

function redirectUriOf(url: string): string | undefined {
  return parseAuthorizeRequest(url).values.redirect_uri?.value;
}
