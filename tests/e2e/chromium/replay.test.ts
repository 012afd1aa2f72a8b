import { DEFAULT_PORTS, PORT_NAMES } from '../../sandbox/ports.ts';
import { arrive, confirmFactor, logIn } from '../../sandbox/scenarios/steps.ts';
import { violations } from '../support/axe.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { ExportPage } from '../support/export-page.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { RequestPage } from '../support/request-page.ts';

/** Chromium to which the sandbox's usual ports, which the profiles name, are those of the test's own sandbox. */
const test = base.extend<{ readonly extension: ChromiumExtension }>({
  extension: async ({ options, sandbox }, use) => {
    const rules = PORT_NAMES.map(
      (name) => `MAP 127.0.0.1:${DEFAULT_PORTS[name]} 127.0.0.1:${sandbox.ports[name]}`,
    );
    const extension = await ChromiumExtension.launch({
      ...options,
      args: [`--host-resolver-rules=${rules.join(',')}`],
    });
    await use(extension);
    await extension.close();
  },
});

test('launches a signed request again, with fresh values and exactly as it was', async ({
  extension,
  workbench,
}, info) => {
  const { page } = workbench;
  const request = new RequestPage(page);
  await request.choose('Leatherback', 'Local sandbox');
  await request.press('Generate a key');
  await request.press('Register the public key with the sandbox');
  await expect(request.form.getByRole('status').filter({ hasText: 'Registered' })).toBeVisible();
  const first = await request.open();
  const sent = new URL(first.url()).searchParams;
  const state = sent.get('state') ?? '';
  await page.bringToFront();
  await workbench.openTab('Flows');
  await expect(workbench.rows).toHaveCount(1);

  const dialog = new ExportPage(page).dialog('Replay');
  const launch = async (how: string) => {
    await workbench.flow.getByRole('button', { name: 'Replay…' }).click();
    await dialog.getByRole('radio', { name: how }).check();
    const opened = extension.context.waitForEvent('page');
    await dialog.getByRole('button', { name: 'Launch in a new tab' }).click();
    const tab = await opened;
    await expect(dialog.getByRole('status')).toContainText('Launched in a new tab');
    await dialog.getByRole('button', { name: 'Close' }).click();
    return tab;
  };
  await workbench.flow.getByRole('button', { name: 'Replay…' }).click();
  await expect(dialog).toContainText('signed again with');
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('replay.png') });
  await dialog.getByRole('button', { name: 'Close' }).click();

  const fresh = await launch('With fresh values');
  const driver = playwrightDriver(fresh);
  await logIn(driver);
  await confirmFactor(driver);
  await driver.waitFor('#grant');
  await driver.click('#grant');
  await arrive(driver);
  const answered = new URL(fresh.url()).searchParams;
  expect(answered.get('state')).not.toBe(state);
  await page.bringToFront();
  await expect(workbench.rows).toHaveCount(2);
  await workbench.show(answered.get('state') ?? '');
  await expect(workbench.flow).toContainText('Code received from Leatherback');

  await workbench.show(state);
  await launch('Exactly as it was');
  await page.bringToFront();
  await workbench.filter(`state:${state}`);
  await expect(workbench.rows).toHaveCount(2);
});
