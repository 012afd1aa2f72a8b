import { browser } from '../browser/browser.ts';
import { BUILT_IN_STEPS } from '../providers/built-in-steps.ts';
import { type Catalogue, createCatalogue } from '../providers/catalogue.ts';
import * as profileChecks from '../providers/validate-profile.ts';
import { createArchive } from '../storage/archive.ts';
import { type BatchedJournal, batchJournal } from '../storage/batched-journal.ts';
import { browserVault } from '../storage/browser-vault.ts';
import { createCarriedFlows } from '../storage/carried-flows.ts';
import { type CountedArchive, countArchive } from '../storage/counted-archive.ts';
import { createDeletedFlows } from '../storage/deleted-flows.ts';
import { createEvaluationChoices } from '../storage/evaluation-choices.ts';
import { createFlowCount } from '../storage/flow-count.ts';
import { followProfiles } from '../storage/follow-profiles.ts';
import { createJournal } from '../storage/journal.ts';
import { createLiveCount } from '../storage/live-count.ts';
import { createProfileStore } from '../storage/profile-store.ts';
import type { SessionStore } from '../storage/session-values.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '../storage/settings.ts';

import { createArchiveKey } from './archive-key.ts';
import { beginSession } from './begin-session.ts';
import { beginFirst } from './begun-archive.ts';
import { createCarrying } from './carry-flows.ts';
import { createDropped, type Dropped } from './dropped.ts';
import type { FlowChange } from './flow-change.ts';
import { createFlowStore, type FlowStore } from './flow-store.ts';
import { createHistoryLock, type HistoryLocking } from './history-lock.ts';
import { resumeFlows } from './resume-flows.ts';
import { listenToBeginning } from './session-beginning.ts';

/** The flows of the browser, where they lie, and how they are read back. */
export interface KeptFlows {
  readonly store: FlowStore;
  readonly archive: CountedArchive;
  readonly journal: BatchedJournal;
  readonly deleted: ReturnType<typeof createDeletedFlows>;
  readonly dropped: Dropped;
  readonly lock: HistoryLocking;
  /** The profiles that are known now. */
  readonly catalogue: () => Catalogue;
  /** Reads back what earlier lives of the background left; wipes what an earlier session of the browser did. */
  begin(): Promise<void>;
}

interface KeptFlowsParts {
  readonly settings: SettingsStore;
  readonly session: SessionStore;
  readonly now: () => number;
  readonly onChange: (change: FlowChange) => void;
  readonly onStatusChange: () => void;
}

/** Keeps flows in the browser's stores, evaluated as the user chose, by the profiles that are known. */
export function createKeptFlows(parts: KeptFlowsParts): KeptFlows {
  const { settings, session, now, onChange, onStatusChange } = parts;
  const count = (name: 'lost' | 'expired', more: number): void =>
    void session.count(name, more).then(onStatusChange);
  let current = createCatalogue({ steps: BUILT_IN_STEPS });
  const catalogue = (): Catalogue => current;
  // Which provider a flow belongs to is told while flows are read back, so that the profiles come first.
  const profiles = followProfiles(
    createProfileStore(),
    async () => profileChecks,
    ({ own, organisation }) => {
      current = createCatalogue({ own, organisation, steps: BUILT_IN_STEPS });
      onStatusChange();
    },
  );
  const deleted = createDeletedFlows(browser.storage.local);
  const mark = {
    read: async () => (await session.read()).begun,
    write: () => session.write({ begun: true }),
  };
  const vault = browserVault();
  const archiveKey = createArchiveKey(vault, async () => (await settings.read()).history);
  const ledger = createFlowCount(browser.storage.local, (missing) => count('lost', missing));
  const disk = countArchive(
    createArchive(archiveKey.get, () => catalogue().aliases),
    ledger,
  );
  const archive = beginFirst(disk, async () => {
    await profiles.ready;
    await resumed();
    await beginSession({ archive: disk, settings, deleted, mark, now, catalogue });
  });
  const area = browser.storage.local;
  const stored = createJournal(browser.storage.session);
  const journal = batchJournal(stored);
  const carried = createCarriedFlows(area, archiveKey.get);
  const liveCount = createLiveCount(area);
  const beginning = listenToBeginning();
  let resuming: Promise<void> | undefined;
  const resume = async (): Promise<void> => {
    if (await mark.read()) return;
    const { history } = await settings.read();
    const open = async () => new Set((await browser.tabs.query({})).map(({ id = -1 }) => id));
    const gone = await resumeFlows(history, {
      carried,
      count: liveCount,
      journal: stored,
      beginning,
      tabs: open,
    });
    if (gone > 0) await session.write({ interrupted: gone });
  };
  const resumed = (): Promise<void> => {
    resuming ??= resume().catch(() => undefined);
    return resuming;
  };
  const dropped = createDropped({ read: session.read, write: session.write, onChange: onStatusChange });
  const store = createFlowStore({
    journal,
    archive,
    now,
    catalogue,
    onChange(change) {
      onChange(change);
      carry();
    },
    onDropped: dropped.add,
    onExpired: (expired) => count('expired', expired),
  });
  const carry = createCarrying({
    live: store.live,
    journal,
    carried,
    count: liveCount,
    keepsHistory: () => keepsHistory,
  });
  let keepsHistory = false;
  const keepHistory = (on: boolean): void => {
    keepsHistory = on;
    store.history.setOn(on);
    carry();
  };
  let silencedNow = '';
  const silence = (silenced: Settings['silenced']): void => {
    const next = JSON.stringify(silenced);
    if (next !== silencedNow) store.silence(silenced);
    silencedNow = next;
  };
  const lock = createHistoryLock({
    vault,
    async conceal() {
      await store.conceal();
      archive.forget();
    },
    reveal: store.reveal,
    lockAfter: async () => (await settings.read()).lockAfter,
    usedAt: {
      read: async () => (await session.read()).usedAt,
      write: (usedAt) => session.write({ usedAt }),
    },
    now,
    onChange: onStatusChange,
  });
  const choices = createEvaluationChoices();
  choices.watch(store.evaluateAs);
  settings.watch(({ history, silenced }) => {
    silence(silenced);
    archiveKey.chosen();
    keepHistory(history);
    void archiveKey
      .get()
      .catch(() => undefined)
      .then(lock.check);
    onStatusChange();
  });
  return {
    store,
    archive,
    journal,
    deleted,
    dropped,
    lock,
    catalogue,
    async begin() {
      await profiles.ready;
      const { history, silenced } = await settings.read().catch(() => DEFAULT_SETTINGS);
      await lock.check();
      await resumed();
      keepsHistory = history;
      store.history.setOn(history);
      silence(silenced);
      store.evaluateAs(await choices.read().catch(() => ({})));
      await store.load();
      carry();
    },
  };
}
