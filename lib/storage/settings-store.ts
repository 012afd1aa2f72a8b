import { browser } from '../browser/browser.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from './settings.ts';

const PREFIX = 'settings:';

/** Settings in storage.local, each member under its own key, so that two pages never overwrite each other's choice. */
export function createSettingsStore(): SettingsStore {
  const area = browser.storage.local;
  const read = async (): Promise<Settings> => {
    const names = Object.keys(DEFAULT_SETTINGS);
    const stored = await area.get(names.map((name) => PREFIX + name));
    const entries = names
      .filter((name) => stored[PREFIX + name] !== undefined)
      .map((name) => [name, stored[PREFIX + name]] as const);
    return { ...DEFAULT_SETTINGS, ...Object.fromEntries(entries) };
  };
  return {
    read,
    write: (change) =>
      area.set(Object.fromEntries(Object.entries(change).map(([name, value]) => [PREFIX + name, value]))),
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
