import type { Page } from '@playwright/test';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import type { Sandbox } from '../../sandbox/start.ts';
import { violations } from '../support/axe.ts';
import type { ChromiumExtension } from '../support/chromium.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { expect, test } from '../support/fixtures.ts';

const PARTS = ['Hops', 'Request', 'Callback', 'Tokens', 'Findings'];
const TABS = ['Request', 'Token', 'DAuth', 'Steps', 'Keys', 'Settings'];
const PROFILES = ['connectpay', 'leatherback', 'openid'];
const TOKEN =
  'eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiZXhwIjoxfQ.c2lnbmF0dXJl';

/** Plays scenarios one after the other. */
async function play(extension: ChromiumExtension, sandbox: Sandbox, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const scenario = findScenario(id);
    if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
    await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  }
}

async function expectNoViolations(page: Page, state: string): Promise<void> {
  expect(await violations(page), state).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ options: { colorScheme } });

    test(`axe finds nothing wrong with any state of the Flows tab (${colorScheme})`, async ({
      sandbox,
      extension,
    }) => {
      test.setTimeout(120_000);
      const workbench = await extension.openWorkbench();
      const { page } = workbench;
      await expect(page.getByRole('button', { name: 'Start recording' })).toBeVisible();
      await expectNoViolations(page, 'not recording');
      await workbench.record(true);
      await expectNoViolations(page, 'recording, no flow yet');

      await play(extension, sandbox, [
        'connectpay-all',
        'lab-error',
        'lab-dead-host',
        'lab-launch-iframe',
        'openid-hybrid',
      ]);
      await page.bringToFront();
      await expect(workbench.rows).toHaveCount(5);
      for (const row of await workbench.rows.all()) {
        await row.click();
        const name = await row.textContent();
        for (const part of PARTS) {
          await workbench.openPart(part);
          await expectNoViolations(page, `${name}, ${part}`);
        }
      }
      await workbench.openPart('Hops');
      await workbench.flow.getByRole('button', { name: 'Hop 1', exact: true }).click();
      await expectNoViolations(page, 'a hop opened');
      await workbench.filter('state:none-has-this');
      await expectNoViolations(page, 'nothing matches the filter');
      await workbench.filter('');
      await page.setViewportSize({ width: 400, height: 700 });
      await expect(workbench.flow).toBeVisible();
      await expectNoViolations(page, 'detail at 400 pixels');
      await page.getByRole('button', { name: 'Back to the list' }).click();
      await expectNoViolations(page, 'list at 400 pixels');
      await page.getByRole('button', { name: 'Clear', exact: true }).click();
      await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
      await expectNoViolations(page, 'cleared');
    });

    test(`axe finds nothing wrong with any other tab (${colorScheme})`, async ({ extension }) => {
      const workbench = await extension.openWorkbench();
      const { page } = workbench;
      for (const width of [1280, 400]) {
        await page.setViewportSize({ width, height: 800 });
        for (const tab of TABS) {
          await workbench.openTab(tab);
          await expect(page.getByRole('tabpanel').first()).toBeVisible();
          await expectNoViolations(page, `${tab} at ${width} pixels`);
        }
      }
      await page.setViewportSize({ width: 1280, height: 800 });
      await workbench.openTab('Request');
      for (const profile of PROFILES) {
        await page.getByLabel('Profile', { exact: true }).selectOption(profile);
        await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeVisible();
        await expectNoViolations(page, `Request for ${profile}`);
      }
      await workbench.openTab('Token');
      await page.getByRole('textbox', { name: 'Token', exact: true }).fill(TOKEN);
      await expect(page.getByRole('region', { name: 'Payload', exact: true })).toBeVisible();
      await expectNoViolations(page, 'a decoded token');
      await page.getByRole('textbox', { name: 'Token', exact: true }).fill(`${TOKEN}.oops.and more`);
      await expectNoViolations(page, 'a malformed token');
    });

    test(`axe finds nothing wrong with any state of the popup (${colorScheme})`, async ({
      sandbox,
      extension,
    }) => {
      const popup = await extension.openPopup();
      await expect(popup.recordSwitch).toBeVisible();
      await expectNoViolations(popup.page, 'not recording');
      await popup.record(true);
      await expectNoViolations(popup.page, 'recording');
      await play(extension, sandbox, ['connectpay-all', 'lab-error']);
      await popup.page.bringToFront();
      await expect(popup.callbacks.getByRole('listitem')).toHaveCount(2);
      await expectNoViolations(popup.page, 'callbacks');
      await popup.page.getByRole('textbox', { name: 'Decode' }).fill(TOKEN);
      await expect(popup.page.getByRole('table', { name: 'Claims' })).toBeVisible();
      await expectNoViolations(popup.page, 'a decoded token');
    });
  });
}
