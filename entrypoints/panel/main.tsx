import { mountApp } from '../../components/app/mount-app.tsx';
import { copyText } from '../../components/ui/copy-text.ts';
import { browser } from '../../lib/browser/browser.ts';
import { inspectedUrl, watchDevtoolsTheme } from '../../lib/browser/devtools.ts';
import { inspectedStorage } from '../../lib/browser/inspected-storage.ts';
import { connectServices } from '../../lib/state/app/connect-services.ts';

/** Absent when the page is opened outside of DevTools; it then shows every tab. */
const devtools: typeof browser.devtools | undefined = browser.devtools;

const themeOf = (name: string) => (name === 'dark' ? 'dark' : 'light');

mountApp(
  document,
  connectServices({
    surface: 'panel',
    clipboard: copyText,
    ...(devtools && {
      scopeTabId: devtools.inspectedWindow.tabId,
      theme: themeOf(devtools.panels.themeName),
      watchTheme: (listener) => watchDevtoolsTheme((name) => listener(themeOf(name))),
      currentSite: inspectedUrl,
      inspectStorage: inspectedStorage,
    }),
  }),
);
