import { POPUP_SIZE } from '../../tests/e2e/support/chromium.ts';
import { HoldPage } from '../../tests/e2e/support/hold-page.ts';
import { findScenario } from '../../tests/sandbox/scenarios.ts';
import type { Scene } from './scene.ts';

/** Pages beside the workbench: popup, hold page, first-run page. */
export const pageScenes: readonly Scene[] = [
  {
    name: 'popup',
    size: POPUP_SIZE,
    prepare: async ({ extension }) => {
      const popup = await extension.openPage('popup.html');
      await popup.getByRole('list', { name: 'Recent callbacks' }).waitFor();
      return popup;
    },
  },
  {
    name: 'welcome',
    prepare: async ({ extension }) => {
      const page = await extension.openPage('welcome.html');
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
  },
  {
    name: 'hold',
    prepare: async ({ extension: { tab }, workbench, urls }) => {
      await workbench.openTab('Flows');
      await workbench.page.getByRole('switch', { name: 'Hold callbacks' }).click();
      const started = await findScenario('lab-channel-query')?.start({ urls });
      if (!started) throw new Error('There is no scenario lab-channel-query.');
      // A navigation that is stopped makes goto reject.
      await tab.goto(started.url, { waitUntil: 'commit' }).catch(() => undefined);
      const page = await HoldPage.beside(tab);
      await page.press('Tamper state');
      return page.page;
    },
  },
];
