import type { Page } from '@playwright/test';
import { ChromiumExtension, POPUP_SIZE } from '../../tests/e2e/support/chromium.ts';
import { playwrightDriver } from '../../tests/e2e/support/drivers.ts';
import { FlowsPage } from '../../tests/e2e/support/flows-page.ts';
import { findFlow } from '../../tests/e2e/support/judge.ts';
import { findScenario, runScenario } from '../../tests/sandbox/scenarios.ts';
import type { SandboxUrls } from '../../tests/sandbox/start.ts';

const WIDE = { width: 1100, height: 640 };
const NARROW = { width: 400, height: 640 };
const THEMES = ['light', 'dark'] as const;

/** Flows a reader can recognise; the last one is the newest in the list. */
const STORY = [
  'lab-federated',
  'openid-hybrid',
  'leatherback-granted',
  'lab-bad-unknown-state',
  'connectpay-some',
];

/** App tabs that have a picture of their own. */
const TABS = ['Request', 'Token', 'DAuth', 'Keys', 'Settings'];

/** Pictures of workbench and popup with a few flows, light and dark, wide and narrow. */
export async function workbenchPictures(urls: SandboxUrls, folder: string): Promise<void> {
  const extension = await ChromiumExtension.launch({ viewport: WIDE });
  try {
    await extension.record(true);
    const background = await extension.link();
    let state = '';
    for (const id of STORY) {
      const scenario = findScenario(id);
      if (!scenario) throw new Error(`There is no scenario ${id}.`);
      const page = await extension.context.newPage();
      const started = await runScenario(scenario, { urls }, playwrightDriver(page));
      await findFlow(background, started);
      state = started.state;
      await page.close();
    }
    for (const theme of THEMES) {
      const page = await extension.openPage('workbench.html');
      await page.emulateMedia({ colorScheme: theme });
      await showFlow(page, state);
      await page.screenshot({ path: `${folder}/flows-${theme}.png` });
      await page.setViewportSize(NARROW);
      await page.screenshot({ path: `${folder}/flows-narrow-${theme}.png` });
      await page.setViewportSize(WIDE);
      for (const tab of TABS) {
        await page.getByRole('tab', { name: tab, exact: true }).click();
        await page
          .getByRole('tabpanel', { name: tab, exact: true })
          .locator('input, textarea, select, button, p')
          .first()
          .waitFor();
        await page.screenshot({ path: `${folder}/${tab.toLowerCase()}-${theme}.png` });
      }
      await page.close();
      const popup = await extension.openPage('popup.html');
      await popup.emulateMedia({ colorScheme: theme });
      await popup.setViewportSize(POPUP_SIZE);
      await popup.getByRole('list', { name: 'Recent callbacks' }).waitFor();
      await popup.screenshot({ path: `${folder}/popup-${theme}.png` });
      await popup.close();
    }
  } finally {
    await extension.close();
  }
}

async function showFlow(page: Page, state: string): Promise<void> {
  const flows = new FlowsPage(page);
  await flows.show(state);
  await flows.filter('');
  await flows.hops.waitFor();
}
