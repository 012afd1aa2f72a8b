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

/** App tabs that have a picture of their own, each with what is done there before. */
const TABS: readonly { readonly name: string; readonly prepare?: (page: Page) => Promise<void> }[] = [
  { name: 'Request' },
  { name: 'Keys', prepare: generateKey },
  { name: 'Token', prepare: pasteToken },
  { name: 'DAuth' },
  { name: 'Settings' },
];

/** The first sample of Leatherback's documents: signed with a placeholder secret, and not valid before 2034. */
const SAMPLE =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjbGllbnRfaWQiOiJENDY0QzlENzg2Mjc0NDgzOUE1ODM4MjEzNzlERjI2MCIsInJlZGlyZWN0X3VyaSI6Imh0dHBzOi8vZGV2ZWxvcGVyLnJldm9sdXQuY29tIiwic2NvcGUiOiJhY2NvdW50IiwicmVzcG9uc2VfdHlwZSI6ImNvZGUgaWRfdG9rZW4iLCJjYWxsYmFja191cmwiOiJodHRwczovL2RldmVsb3Blci5yZXZvbHV0LmNvbS8iLCJvcGVuYmFua2luZ19pbnRlbnRfaWQiOiI1OTE4OTA5MS01NDViLTQwZGUtOTNhMy00MTY2YzlhZTJkOTAiLCJuYmYiOjIwMjkyNzY4NTcsImV4cCI6MjAyOTI4MDQ1NywiaWF0IjoyMDI5Mjc2ODU3fQ.stK_t2vLV4PAejjjpRmy39a3wKAXVpyINadmGABTPAU';

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
      for (const { name, prepare } of TABS) {
        await page.getByRole('tab', { name, exact: true }).click();
        const content = page.getByRole('tabpanel', { name, exact: true });
        await content.locator('input, textarea, select, button').first().waitFor();
        await prepare?.(page);
        await page.screenshot({ path: `${folder}/${name.toLowerCase()}-${theme}.png` });
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

async function generateKey(page: Page): Promise<void> {
  const content = page.getByRole('tabpanel', { name: 'Keys', exact: true });
  const before = await content.getByRole('button', { name: /^Details of/ }).count();
  await content.getByRole('button', { name: 'Generate', exact: true }).click();
  await content
    .getByRole('button', { name: /^Details of/ })
    .nth(before)
    .waitFor();
}

async function pasteToken(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Token', exact: true }).fill(SAMPLE);
  await page.getByRole('region', { name: 'Payload', exact: true }).getByText('client_id').first().waitFor();
}
