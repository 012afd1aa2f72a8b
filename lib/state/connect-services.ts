import { createAccess } from '../browser/access.ts';
import { browser } from '../browser/browser.ts';
import { connectBackground } from '../messaging/client.ts';
import { createKeyStore } from '../storage/key-store.ts';
import { createLaunchMemory } from '../storage/launch-memory.ts';
import { createSettingsStore } from '../storage/settings-store.ts';
import type { Services } from './services.ts';

/** What an extension page decides itself; the rest is the same for all of them. */
export type Page = Pick<
  Services,
  'surface' | 'clipboard' | 'scopeTabId' | 'theme' | 'watchTheme' | 'initialTab'
> & {
  /** URL of the page that “the current site” means; the active tab's when absent. */
  readonly currentSite?: () => Promise<string | undefined>;
};

/** The services of an extension page, made of the browser. */
export function connectServices({ currentSite, ...page }: Page): Services {
  return {
    ...page,
    background: connectBackground(),
    settings: createSettingsStore(),
    keys: createKeyStore(),
    launchMemory: createLaunchMemory(),
    access: createAccess(currentSite),
    openWorkbench: (tab) =>
      void browser.tabs.create({ url: browser.runtime.getURL(`workbench.html${tab ? `#${tab}` : ''}`) }),
    version: browser.runtime.getManifest().version,
    now: Date.now,
  };
}
