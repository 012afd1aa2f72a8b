import { expect, vi } from 'vitest';
import { createClearing } from '../../../lib/capture/clearing.ts';
import type { FlowChange } from '../../../lib/capture/flow-change.ts';
import { createFlowStore } from '../../../lib/capture/flow-store.ts';
import { createRecorder } from '../../../lib/capture/recorder.ts';
import { createRecording } from '../../../lib/capture/recording.ts';
import type { Observation } from '../../../lib/flow/observation.ts';
import { batchJournal } from '../../../lib/storage/batched-journal.ts';
import { countArchive } from '../../../lib/storage/counted-archive.ts';
import { createJournal } from '../../../lib/storage/journal.ts';
import { CATALOGUE } from './catalogue.ts';
import { memoryArchive, memoryArea, memorySession, memorySettings } from './memory.ts';
import { Story } from './observations.ts';

/** A moment after every story of a test. */
export const LONG_AFTER = 1_700_000_100_000;

/** One life of the background over storage that outlives it; tabs from 100 on are private. */
export function live(
  storage = {
    area: memoryArea(),
    archive: memoryArchive(),
    settings: memorySettings({ recording: 'always' }),
  },
  caps?: { readonly flows: number; readonly bytes: number },
) {
  const changes: FlowChange[] = [];
  const dropped: string[] = [];
  const journal = batchJournal(createJournal(storage.area));
  const store = createFlowStore({
    journal,
    archive: countArchive(storage.archive),
    catalogue: () => CATALOGUE,
    now: () => LONG_AFTER,
    onChange: (change) => changes.push(change),
    onDropped: (reason) => dropped.push(reason),
    ...(caps ? { caps } : {}),
  });
  const recorder = createRecorder({
    store,
    load: store.load,
    recording: createRecording({
      settings: storage.settings,
      session: memorySession(),
      onChange: () => undefined,
    }),
    isPrivate: async (tabId) => tabId >= 100,
    identified: (tabId, isPrivate) =>
      new Story(tabId).at(tabId * 100 + 50).identified(isPrivate).observations[0] as Observation,
  });
  return {
    ...storage,
    changes,
    dropped,
    journal,
    store,
    recorder,
    clearing: createClearing(store, journal, () => LONG_AFTER),
  };
}

export function observeAll(life: ReturnType<typeof live>, story: Story): void {
  for (const observation of story.observations) life.recorder.observe(observation);
}

/** Resolves once it is known of every flow whether its tab is private. */
export function settled(life: ReturnType<typeof live>): Promise<void> {
  return vi.waitFor(() => expect(life.store.live().every((flow) => flow.private !== undefined)).toBe(true));
}
