import { mountApp } from '../../components/app/mount-app.tsx';
import { copyText } from '../../components/ui/copy-text.ts';
import { browser } from '../../lib/browser/browser.ts';
import { connectServices } from '../../lib/state/connect-services.ts';

/** Absent when the page is opened outside of DevTools; it then shows every tab. */
const devtools: typeof browser.devtools | undefined = browser.devtools;

mountApp(
  document,
  connectServices({
    surface: 'panel',
    clipboard: copyText,
    ...(devtools && {
      scopeTabId: devtools.inspectedWindow.tabId,
      theme: devtools.panels.themeName === 'dark' ? 'dark' : 'light',
    }),
  }),
);
