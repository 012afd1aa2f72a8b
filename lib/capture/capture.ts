import { browser } from '../browser/browser.ts';
import type { Observation } from '../flow/observation.ts';
import { isCallbackAlone, readArrival } from '../flow/recognise.ts';
import type { CaptureStatus, LaunchOrder } from '../messaging/protocol.ts';
import type { Handlers } from '../messaging/server.ts';
import type { Aliases } from '../oauth/aliases.ts';
import { parseAuthorizeRequest } from '../oauth/authorize-request.ts';
import { aliasesOf } from '../providers/catalogue.ts';
import { browserVault } from '../storage/browser-vault.ts';
import { createKeyStore } from '../storage/key-store.ts';
import { createSessionStore } from '../storage/session-values.ts';
import { createSettingsStore } from '../storage/settings-store.ts';
import { type Badge, createBadge } from './badge.ts';
import { createCallRecorder } from './call-recorder.ts';
import { createCaptureStatus } from './capture-status.ts';
import { createClearing } from './clearing.ts';
import { createCookieCommands } from './cookie-commands.ts';
import { eraseEverything, RESTART_AFTER } from './erase.ts';
import { createFlowChanges, type FlowChanges } from './flow-change.ts';
import { createFlowCommands } from './flow-commands.ts';
import type { FlowStore } from './flow-store.ts';
import { createFrameWatch } from './frame-watch.ts';
import { createHold, type Hold } from './hold/hold.ts';
import { createHoldFrames } from './hold/hold-frames.ts';
import { createHoldMemory } from './hold/hold-memory.ts';
import { createHoldTabs } from './hold/hold-tabs.ts';
import { createNaturalHeaders } from './hold/natural-headers.ts';
import { responsePatterns } from './hold/response-patterns.ts';
import { createRuleKeeper } from './hold/rule-keeper.ts';
import { sessionRules } from './hold/session-rules.ts';
import { createHostAccess } from './host-access.ts';
import { createKeptFlows } from './kept-flows.ts';
import { launch } from './launch.ts';
import { callbackShown, missedCallbacks, showsCallback, urlFingerprint } from './look-at-tabs.ts';
import { createMetadata } from './observation-ids.ts';
import { createPageRequests, type PageRequests } from './page-requests.ts';
import { createRecorder } from './recorder.ts';
import { createRecording } from './recording.ts';
import { createRecordingCommands } from './recording-commands.ts';
import { createReportedTabs } from './reported-tabs.ts';
import { createSubmissions } from './submissions.ts';
import { isFrameThere, isPrivateTab, shownFrames } from './tabs.ts';

/** Everything that captures, put together: what observes, what is kept, and the commands on it. */
export interface Capture {
  readonly epoch: string;
  readonly ready: Promise<void>;
  readonly metadata: ReturnType<typeof createMetadata>;
  readonly handlers: Handlers;
  /** Changes of flows; an empty one when only the status changed. */
  readonly changes: Pick<FlowChanges, 'listen'>;
  observe(observation: Observation): void;
  /** Follows the requests that scripts of pages make. */
  readonly pageRequests: PageRequests;
  /** Present where a listener's answer stops requests; absent where the browser's rules do. */
  readonly evaluate?: Hold['evaluate'];
  summary: FlowStore['summary'];
  summaries: FlowStore['summaries'];
  flush: FlowStore['flush'];
  status(): Promise<CaptureStatus>;
  /** Looks for callbacks that any tab shows and no listener reported. Gives how many. */
  lookAtTabs(): Promise<number>;
  /** The same for a tab that has loaded a page; not where the listeners reported what it shows. */
  tabLoaded(tabId: number): void;
  readonly badge: Pick<Badge, 'flash'>;
  /** Follows how many panels and workbenches are connected. */
  setOpenPages(count: number): Promise<void>;
}

/** Puts it together. Registers the listeners of what it needs at once, but none that observes. */
export function createCapture(): Capture {
  const epoch = crypto.randomUUID().slice(0, 8);
  const metadata = createMetadata(epoch);
  const settings = createSettingsStore();
  const session = createSessionStore();
  const now = Date.now;
  const changes = createFlowChanges();
  const statusChanged = (): void => changes.publish({ changed: [], removed: [] });
  const access = createHostAccess(statusChanged);
  const kept = createKeptFlows({
    settings,
    session,
    now,
    onStatusChange: statusChanged,
    onChange: changes.publish,
  });
  const { store } = kept;
  const recording = createRecording({ settings, session, onChange: statusChanged });
  const recorder = createRecorder({
    store,
    load: kept.begin,
    recording,
    isPrivate: isPrivateTab,
    identified: (tabId, isPrivate) => ({
      ...metadata(now()),
      kind: 'identified',
      eventSource: 'tab',
      tabId,
      frameId: 0,
      private: isPrivate,
    }),
  });
  const clearing = createClearing(store, kept.journal, now, kept.deleted);
  const ready = recorder.ready.then(() => clearing.purgeExpired()).catch(() => undefined);

  const rules = createRuleKeeper(sessionRules());
  const hold: Hold = createHold({
    flows: store.live,
    flow: store.flow,
    flowsReady: ready,
    record: recorder.observe,
    metadata,
    now,
    memory: createHoldMemory(browser.storage.session),
    rules,
    tabs: createHoldTabs(rules === undefined),
    frames: createHoldFrames(),
    naturalHeaders: createNaturalHeaders(),
    answersAlone: (request) => isCallbackAlone(readArrival(request, kept.catalogue())),
    responsePatterns: () => responsePatterns(kept.catalogue()),
    stayAwake: () => void browser.runtime.getPlatformInfo(),
    startRecording: () => commands.startRecording(),
    onChange: statusChanged,
  });
  changes.listen(hold.flowsChanged);

  const callRecorder = createCallRecorder({
    store,
    ready,
    metadata,
    now,
    catalogue: kept.catalogue,
    isRecording: recording.isOn,
  });
  let isLoaded = false;
  void ready.then(() => {
    isLoaded = true;
  });
  // What cannot be written must not stop what comes after it.
  changes.listen(() => void callRecorder.retry().catch(() => undefined));
  const pageRequests = createPageRequests({
    isWanted: recording.isOn,
    // Until the journal is read there may be some.
    hasFlows: () => !isLoaded || store.live().length > 0,
    take: (entry) => void callRecorder.record(entry).catch(() => undefined),
  });

  const badge = createBadge(async () => ({
    unseen: store.tally.unseen((await session.read()).seenAt),
    recording: recording.isOn(),
    recordingMode: recording.mode(),
  }));
  const showOnBadge = (): void => void badge.refresh().catch(() => undefined);
  changes.listen(showOnBadge);
  void ready.then(showOnBadge);

  const frameWatch = createFrameWatch({
    flows: store.live,
    isThere: isFrameThere,
    record: recorder.observe,
    metadata,
    now,
    later: setTimeout,
  });
  changes.listen(frameWatch.flowsChanged);

  const status = createCaptureStatus({
    store,
    recording,
    hold,
    access,
    session,
    dropped: kept.dropped,
    lock: kept.lock.state,
    ready,
  });
  const flowCommands = createFlowCommands({
    store,
    clearing,
    ready,
    now,
    isRecording: recording.isOn,
  });
  /** What a page asks for is asked of the browser, which tells of a change a little after it. */
  const freshStatus = (): Promise<CaptureStatus> => {
    access.forget();
    return status();
  };

  const commands = createRecordingCommands({
    recording,
    ready,
    async rememberShown() {
      const shown = await shownFrames();
      await session.write({
        shownBefore: shown
          .filter(({ url }) => showsCallback(url, kept.catalogue()))
          .map(({ url }) => urlFingerprint(url)),
      });
    },
    isHolding: hold.isWatching,
    stopHolding: hold.switchOff,
    onChange: statusChanged,
    status: freshStatus,
  });

  const lookAtTabs = async (tabId?: number): Promise<number> => {
    await ready;
    if (!recording.isOn()) return 0;
    const [frames, { shownBefore }] = await Promise.all([shownFrames(tabId), session.read()]);
    // What a tab shows may be a flow that is locked away.
    const missed =
      kept.lock.state() === 'locked'
        ? []
        : missedCallbacks(frames, store.live(), new Set(shownBefore), kept.catalogue());
    for (const frame of missed) recorder.observe(callbackShown(frame, metadata(now())));
    hold.lookAt(frames.filter(({ failed }) => failed));
    return missed.length;
  };
  void hold.ready.then(() => (hold.isWatching() ? lookAtTabs() : 0));
  const reported = createReportedTabs();

  return {
    epoch,
    ready,
    metadata,
    changes,
    observe(observation) {
      reported.note(observation);
      recorder.observe(observation);
      hold.observed(observation);
    },
    pageRequests,
    ...(rules ? {} : { evaluate: hold.evaluate }),
    summary: store.summary,
    summaries: store.summaries,
    flush: store.flush,
    status,
    lookAtTabs: () => lookAtTabs(),
    tabLoaded(tabId) {
      const isKnown = reported.take(tabId);
      if (!isKnown || hold.isWatching()) void lookAtTabs(tabId);
    },
    badge,
    setOpenPages: commands.setOpenPages,
    handlers: {
      status: freshStatus,
      setRecording: commands.setRecording,
      setRecordingMode: commands.setRecordingMode,
      ...flowCommands,
      flow(id) {
        kept.lock.used();
        return flowCommands.flow(id);
      },
      lockHistory: kept.lock.run,
      launch: async (order) => {
        await ready;
        if (order.target === 'phone') return launch(order, store.record, metadata, await phoneOf(order));
        await commands.startRecording();
        await hold.expect(
          order.redirectUri ?? redirectUriOf(order.url, aliasesOf(kept.catalogue(), order.profileId)),
        );
        return launch(order, recorder.observe, metadata);
      },
      markSeen: async () => {
        await session.write({ seenAt: now() });
        statusChanged();
        return freshStatus();
      },
      openWorkbench,
      ...createSubmissions({
        store,
        ready,
        metadata,
        now,
        catalogue: kept.catalogue,
        isPrivate: isPrivateTab,
      }),
      ...createCookieCommands({ store, ready, metadata, now, isRecording: recording.isOn }),
      ...hold.handlers,
      setHold: async (choice) => {
        await hold.handlers.setHold(choice);
        return (await freshStatus()).hold;
      },
      lookAtTabs: async () => ({ found: await lookAtTabs() }),
      eraseEverything: () =>
        eraseEverything({
          async stop() {
            await commands.setRecording(false);
            hold.cancelWaiting();
            store.history.setOn(false);
            await store.history.settled();
          },
          stores: {
            // First, since the keys to all that is encrypted lie in these two.
            'settings, saved values and profiles': () => browser.storage.local.clear(),
            'what this session remembers': () => browser.storage.session.clear(),
            flows: kept.archive.clear,
            keys: createKeyStore({ root: browserVault().root }).clear,
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

function redirectUriOf(url: string, aliases: Aliases): string | undefined {
  return parseAuthorizeRequest({ url }, aliases).values.redirect_uri?.value;
}

/** Opens the workbench in a tab; done by the background, since not every page of ours may open tabs. */
async function openWorkbench(fragment: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`workbench.html${fragment}`) });
}
