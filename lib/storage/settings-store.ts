import { browser } from '../browser/browser.ts';
import { readSettings, SETTING_NAMES } from './read-settings.ts';
import type { Settings, SettingsStore } from './settings.ts';

const PREFIX = 'settings:';

/** Where a stored value goes that was of no use, before another takes its place. */
const SET_ASIDE = 'set-aside:settings:';

/** Settings in storage.local, each member under its own key, so that two pages never overwrite each other's choice. */
export function createSettingsStore(): SettingsStore {
  const area = browser.storage.local;
  const readStored = async (): Promise<Record<string, unknown>> => {
    const stored = await area.get(SETTING_NAMES.map((name) => PREFIX + name));
    return Object.fromEntries(SETTING_NAMES.map((name) => [name, stored[PREFIX + name]]));
  };
  const read = async (): Promise<Settings> => readSettings(await readStored()).settings;
  return {
    read,
    async write(change) {
      const stored = await readStored();
      // What could not be read is not lost when it is written over.
      const aside = readSettings(stored)
        .unreadable.filter((name) => Object.hasOwn(change, name))
        .map((name) => [SET_ASIDE + name, stored[name]]);
      const written = Object.entries(change).map(([name, value]) => [PREFIX + name, value]);
      await area.set(Object.fromEntries([...aside, ...written]));
    },
    watch(listener) {
      const onChanged = (changes: Record<string, unknown>): void => {
        if (!Object.keys(changes).some((key) => key.startsWith(PREFIX))) return;
        void read().then(listener);
      };
      // Of this area alone: the journal writes to the session's with every hop.
      area.onChanged.addListener(onChanged);
      return () => area.onChanged.removeListener(onChanged);
    },
  };
}
