import { canAskForAccess, createAccess } from '../browser/access.ts';
import { browser } from '../browser/browser.ts';
import { connectBackground } from '../messaging/client.ts';
import { createKeyStore } from '../storage/key-store.ts';
import { createLaunchMemory } from '../storage/launch-memory.ts';
import { createSettingsStore } from '../storage/settings-store.ts';
import { createAccessElsewhere } from './access-elsewhere.ts';
import type { Services } from './services.ts';

/** What an extension page decides itself; the rest is the same for all of them. */
export type Page = Pick<
  Services,
  'surface' | 'clipboard' | 'scopeTabId' | 'theme' | 'watchTheme' | 'initialTab' | 'wantedAccess'
> & {
  /** URL of the page that “the current site” means; the active tab's when absent. */
  readonly currentSite?: () => Promise<string | undefined>;
};

/** The services of an extension page, made of the browser. */
export function connectServices({ currentSite, ...page }: Page): Services {
  const background = connectBackground();
  const openWorkbench = (fragment = ''): void => void background.call('openWorkbench', fragment);
  return {
    ...page,
    background,
    settings: createSettingsStore(),
    keys: createKeyStore(),
    launchMemory: createLaunchMemory(),
    access: canAskForAccess()
      ? createAccess(currentSite)
      : createAccessElsewhere(background, openWorkbench, currentSite),
    openWorkbench: (tab) => openWorkbench(tab ? `#${tab}` : ''),
    version: browser.runtime.getManifest().version,
    now: Date.now,
  };
}
