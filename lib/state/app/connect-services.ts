import { canAskForAccess, createAccess } from '../../browser/access.ts';
import { browser } from '../../browser/browser.ts';
import { startExportWriter } from '../../browser/export-writer.ts';
import { watchNetwork } from '../../browser/network-monitor.ts';
import { rememberMessages } from '../../i18n/remember-messages.ts';
import { setMessages } from '../../i18n/t.ts';
import { connectBackground } from '../../messaging/client.ts';
import { browserVault } from '../../storage/browser-vault.ts';
import { createEvaluationChoices } from '../../storage/evaluation-choices.ts';
import { createKeyNotes } from '../../storage/key-notes.ts';
import { createKeyStore } from '../../storage/key-store.ts';
import { createLaunchMemory } from '../../storage/launch-memory.ts';
import { createSettingsStore } from '../../storage/settings-store.ts';
import { createStepMemory } from '../../storage/step-values.ts';
import { createAccessElsewhere } from './access-elsewhere.ts';
import { connectProfiles } from './connect-profiles.ts';
import type { Services } from './services.ts';

/** What an extension page decides itself; the rest is the same for all of them. */
export type Page = Pick<
  Services,
  | 'surface'
  | 'clipboard'
  | 'scopeTabId'
  | 'inspectStorage'
  | 'theme'
  | 'watchTheme'
  | 'initialTab'
  | 'initialFlow'
  | 'wantedAccess'
> & {
  /** URL of the page that “the current site” means; the active tab's when absent. */
  readonly currentSite?: () => Promise<string | undefined>;
};

/** The services of an extension page, made of the browser. */
export function connectServices({ currentSite, ...page }: Page): Services {
  setMessages(rememberMessages((name, values) => browser.i18n.getMessage(name, values)));
  const background = connectBackground();
  const vault = browserVault();
  const openWorkbench = (fragment = ''): void => void background.call('openWorkbench', fragment);
  return {
    ...page,
    background,
    settings: createSettingsStore(vault),
    evaluationChoices: createEvaluationChoices(),
    keys: createKeyStore({ root: vault.root, notes: createKeyNotes(browser.storage.local) }),
    launchMemory: createLaunchMemory(),
    stepMemory: createStepMemory({ ...browser.storage, vault }),
    watchNetwork,
    startExport: startExportWriter,
    isOnline: () => navigator.onLine,
    profiles: connectProfiles(),
    access: canAskForAccess()
      ? createAccess(currentSite)
      : createAccessElsewhere(background, openWorkbench, currentSite),
    openWorkbench: (tab) => openWorkbench(tab ? `#${tab}` : ''),
    shortcuts: async () =>
      (await browser.commands.getAll())
        .filter(({ name }) => !name?.startsWith('_'))
        .map(({ description = '', shortcut = '' }) => ({ description, keys: shortcut })),
    version: browser.runtime.getManifest().version,
    now: Date.now,
  };
}
