import { browser } from '../browser/browser.ts';
import { BUILT_IN_STEPS } from '../providers/built-in-steps.ts';
import { setBuiltInSteps } from '../providers/catalogue.ts';
import * as profileChecks from '../providers/validate-profile.ts';
import { createArchive } from '../storage/archive.ts';
import { type CountedArchive, countArchive } from '../storage/counted-archive.ts';
import { createDeletedFlows } from '../storage/deleted-flows.ts';
import { followProfiles } from '../storage/follow-profiles.ts';
import { createJournal, type Journal } from '../storage/journal.ts';
import { createJudgeChoices } from '../storage/judge-choices.ts';
import { createProfileStore } from '../storage/profile-store.ts';
import { readSession, writeSession } from '../storage/session-values.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '../storage/settings.ts';
import { beginSession } from './begin-session.ts';
import { createFlowStore, type FlowChange, type FlowStore } from './flow-store.ts';

/** The flows of the browser, where they lie, and how they are read back. */
export interface KeptFlows {
  readonly store: FlowStore;
  readonly archive: CountedArchive;
  readonly journal: Journal;
  readonly deleted: ReturnType<typeof createDeletedFlows>;
  /** Reads back what earlier lives of the background left; wipes what an earlier session of the browser did. */
  begin(): Promise<void>;
}

interface KeptFlowsParts {
  readonly settings: SettingsStore;
  readonly now: () => number;
  readonly onChange: (change: FlowChange) => void;
  readonly onStatusChange: () => void;
}

/** Keeps flows in the browser's stores, judged as the user chose, by the profiles that are known. */
export function createKeptFlows({ settings, now, onChange, onStatusChange }: KeptFlowsParts): KeptFlows {
  const choices = createJudgeChoices();
  const archive = countArchive(createArchive());
  const deleted = createDeletedFlows(browser.storage.local);
  const journal = createJournal(browser.storage.session);
  const store = createFlowStore({
    journal,
    archive,
    now,
    onChange,
    onDropped: (droppedReason) =>
      void readSession()
        .then(({ dropped }) => writeSession({ dropped: dropped + 1, droppedReason }))
        .then(onStatusChange),
    onExpired: (count) =>
      void readSession()
        .then(({ expired }) => writeSession({ expired: expired + count }))
        .then(onStatusChange),
  });
  let silencedNow = '';
  const silence = (silenced: Settings['silenced']): void => {
    const next = JSON.stringify(silenced);
    if (next !== silencedNow) store.silence(silenced);
    silencedNow = next;
  };
  choices.watch(store.judgeAs);
  settings.watch(({ history, silenced }) => {
    silence(silenced);
    store.history.setOn(history);
    onStatusChange();
  });
  // Which provider a flow belongs to is told while flows are read back, so that the profiles come first.
  setBuiltInSteps(BUILT_IN_STEPS);
  const profiles = followProfiles(createProfileStore(), async () => profileChecks);
  const mark = {
    read: async () => (await readSession()).begun,
    write: () => writeSession({ begun: true }),
  };
  return {
    store,
    archive,
    journal,
    deleted,
    async begin() {
      await profiles.ready;
      await beginSession({ archive, settings, deleted, mark, now }).catch(store.history.failed);
      const { history, silenced } = await settings.read().catch(() => DEFAULT_SETTINGS);
      store.history.setOn(history);
      silence(silenced);
      store.judgeAs(await choices.read().catch(() => ({})));
      await store.load();
    },
  };
}
