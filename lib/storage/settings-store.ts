import { browser } from '../browser/browser.ts';
import { createEncryptedDrafts } from './encrypted-drafts.ts';
import { readSettings, SETTING_NAMES } from './read-settings.ts';
import type { Settings, SettingsStore } from './settings.ts';
import type { Vault } from './vault.ts';

const PREFIX = 'settings:';

/** Where a stored value goes that was of no use, before another takes its place. */
const SET_ASIDE = 'set-aside:settings:';

/**
 * Settings in storage.local, each member under its own key, so that two pages never overwrite each other's choice.
 * @param vault encrypts the last values of the Request tab; without it, as in the background, there are none
 */
export function createSettingsStore(vault?: Pick<Vault, 'root' | 'discard'>): SettingsStore {
  const area = browser.storage.local;
  const encrypted = vault && createEncryptedDrafts(area, vault);
  const readStored = async (): Promise<Record<string, unknown>> => {
    const stored = await area.get(SETTING_NAMES.map((name) => PREFIX + name));
    const read = Object.fromEntries(SETTING_NAMES.map((name) => [name, stored[PREFIX + name]]));
    return { ...read, drafts: await encrypted?.decrypt(read.drafts) };
  };
  const read = async (): Promise<Settings> => readSettings(await readStored()).settings;
  // One after the other: encrypting takes longer for some than for others, and the last change has to win.
  let writes: Promise<unknown> = Promise.resolve();
  const writeNow = async (change: Partial<Settings>): Promise<void> => {
    const stored = await readStored();
    // What could not be read is not lost when it is written over.
    const aside = readSettings(stored)
      .unreadable.filter((name) => Object.hasOwn(change, name))
      .map((name) => [SET_ASIDE, name, stored[name]] as const);
    const written = Object.entries(change).map(([name, value]) => [PREFIX, name, value] as const);
    const items = [...aside, ...written].map(async ([prefix, name, value]) => {
      if (name !== 'drafts') return [[prefix + name, value]];
      return encrypted ? [[prefix + name, await encrypted.encrypt(value)]] : [];
    });
    await area.set(Object.fromEntries((await Promise.all(items)).flat()));
  };
  return {
    read,
    write(change) {
      const written = writes.then(() => writeNow(change));
      writes = written.catch(() => undefined);
      return written;
    },
    watch(listener) {
      let latest = 0;
      const onChanged = (changes: Record<string, unknown>): void => {
        if (!Object.keys(changes).some((key) => key.startsWith(PREFIX))) return;
        const mine = ++latest;
        // What was read before a later change is old by then.
        void read().then((settings) => {
          if (mine === latest) listener(settings);
        });
      };
      // Of this area alone: the journal writes to the session's with every hop.
      area.onChanged.addListener(onChanged);
      return () => area.onChanged.removeListener(onChanged);
    },
  };
}
