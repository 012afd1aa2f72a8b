import { browser } from '../browser/browser.ts';
import type { LaunchFacts, LaunchMemory } from '../providers/launch-memory.ts';

const PREFIX = 'launch:';

/** What was launched, in storage.session under its state: gone with the browser, never on disk. */
export function createLaunchMemory(): LaunchMemory {
  return {
    remember: (state, facts) => browser.storage.session.set({ [PREFIX + state]: facts }),
    recall: async (state) =>
      (await browser.storage.session.get(PREFIX + state))[PREFIX + state] as LaunchFacts | undefined,
  };
}
