import { createHmac } from 'node:crypto';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { findFlow } from '../support/evaluate-request.ts';
import { expect } from '../support/fixtures.ts';
import { startHeld } from '../support/held-scenario.ts';
import { HoldPage } from '../support/hold-page.ts';
import { arrowTo, expectFocusKept, tabTo } from '../support/keys-only.ts';
import { mappedTest as test } from '../support/mapped-sandbox.ts';
import { StepsPage } from '../support/steps-page.ts';
import { TokenPage } from '../support/token-page.ts';

const SECRET = 'a secret of more than thirty-two bytes';

function signedToken(): string {
  const encode = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url');
  const input = `${encode({ alg: 'HS256' })}.${encode({ sub: 'someone' })}`;
  return `${input}.${createHmac('sha256', SECRET).update(input).digest('base64url')}`;
}

test('a flow is captured, found, read, copied, deleted and brought back by keyboard', async ({
  sandbox,
  extension,
  background,
}) => {
  const workbench = await extension.openWorkbench();
  const { page, flow } = workbench;
  await tabTo(page, workbench.recordSwitch);
  await expect(workbench.recordSwitch).toBeChecked();
  await page.keyboard.press('Space');
  await expect(workbench.recordSwitch).not.toBeChecked();
  await page.keyboard.press('Space');
  await expect(workbench.recordSwitch).toBeChecked();
  await expectFocusKept(page);
  const scenario = findScenario('lab-chain-5');
  if (!scenario) throw new Error('The scenario is gone.');
  const started = await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  const seen = await findFlow(background, started);
  await page.bringToFront();

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Filter flows' })).toBeFocused();
  await page.keyboard.type(`state:${started.state}`);
  await page.keyboard.press('Enter');
  await expect(workbench.list).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(flow).toBeFocused();
  await tabTo(page, flow.getByRole('button', { name: 'Copy code', exact: true }));
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(seen.flow.callback?.response.values.code?.value);

  const subtabs = flow.getByRole('tab');
  await tabTo(page, subtabs.first());
  const count = await subtabs.count();
  for (let index = 1; index < count; index += 1) {
    await page.keyboard.press('ArrowRight');
    await expect(subtabs.nth(index)).toBeFocused();
    await expect(flow.getByRole('tabpanel')).toHaveAccessibleName(
      (await subtabs.nth(index).getAttribute('aria-label')) ?? (await subtabs.nth(index).textContent()) ?? '',
    );
  }
  await page.keyboard.press('ArrowRight');
  await expect(subtabs.first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(workbench.list).toBeFocused();

  await page.keyboard.press('Delete');
  await expect(workbench.rows).toHaveCount(0);
  await expectFocusKept(page);
  await tabTo(page, page.getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await expect(workbench.rows).toHaveCount(1);
  await expectFocusKept(page);
});

test('dialogs and menus give the focus back, and a row that vanishes leaves it nearby', async ({
  sandbox,
  extension,
  workbench,
}) => {
  const { page, flow } = workbench;
  const { lab, client } = sandbox.urls;
  const asked = {
    response_type: 'code id_token',
    client_id: 'grantscope-lab',
    redirect_uri: `${client}/callback`,
  };
  const query = new URLSearchParams({ ...asked, scope: 'openid', state: 'never-returned' });
  await extension.tab.goto(`${lab}/mistake/state-other/authorize?${query}`);
  await page.bringToFront();
  await expect(workbench.rows).toHaveCount(1);
  const openers = [
    page.getByRole('toolbar', { name: 'Flows' }).getByRole('button', { name: 'Export', exact: true }),
    flow.getByRole('button', { name: 'Replay…' }),
    flow.getByRole('button', { name: 'Compare with…' }),
  ];
  for (const opener of openers) {
    await tabTo(page, opener);
    await page.keyboard.press('Enter');
    const opened = page
      .getByRole('dialog')
      .or(page.getByRole('region', { name: 'Compare flows', exact: true }));
    await expect(opened).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(opened).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
  await tabTo(page, flow.getByRole('tab').first());
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  const silence = flow.getByRole('button', { name: /^Ignore / }).first();
  await tabTo(page, silence);
  const name = (await silence.textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(flow.getByRole('button', { name, exact: true })).toHaveCount(0);
  await expectFocusKept(page);

  await arrowTo(page, 'Keys');
  const keys = page.getByRole('tabpanel', { name: 'Keys', exact: true });
  const deletes = keys.getByRole('button', { name: /^Delete / });
  for (const made of [1, 2]) {
    await tabTo(page, keys.getByRole('button', { name: 'Generate', exact: true }));
    await page.keyboard.press('Enter');
    await expect(deletes).toHaveCount(made);
    await expectFocusKept(page);
  }
  await tabTo(page, deletes.first());
  await page.keyboard.press('Enter');
  await expect(deletes).toHaveCount(1);
  await expect(keys.getByRole('list', { name: 'Keys', exact: true }).locator(':focus')).toHaveCount(1);
});

test('a step is chosen and run by keyboard, and Run keeps the focus', async ({ workbench }) => {
  const { page } = workbench;
  const steps = new StepsPage(page);
  await arrowTo(page, 'Steps');
  await tabTo(page, steps.tab.getByLabel('Profile', { exact: true }));
  await page.keyboard.type('finAPI');
  await tabTo(page, steps.row('Create process'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(steps.row('Create process')).toBeFocused();
  await page.keyboard.press('Enter');
  const run = steps.step.getByRole('button', { name: 'Run Create process', exact: true });
  await tabTo(page, run);
  await page.keyboard.press('Enter');
  await expect(steps.outcome).toContainText('HTTP 201');
  await expect(run).toBeFocused();
  await tabTo(page, steps.answer.getByRole('button', { name: 'Copy body', exact: true }));
});

test('a held callback is changed and released by keyboard', async ({ sandbox, extension, workbench }) => {
  const { tab } = extension;
  await tabTo(workbench.page, workbench.page.getByRole('switch', { name: 'Hold callbacks', exact: true }));
  await workbench.page.keyboard.press('Space');
  await expect(workbench.page.getByRole('switch', { name: 'Hold callbacks', exact: true })).toBeChecked();
  const { url } = await startHeld('lab-channel-query', sandbox);
  await tab.goto(url, { waitUntil: 'commit' }).catch(() => undefined);
  const hold = await HoldPage.beside(tab);
  const { page } = hold;
  await page.bringToFront();
  await tabTo(page, hold.value('code'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('typed');
  await tabTo(page, page.getByRole('button', { name: 'Release', exact: true }));
  await page.keyboard.press('Enter');
  await tab.waitForSelector('#callback');
  expect(new URL(tab.url()).searchParams.get('code')).toBe('typed');
});

test('a token is pasted and verified by keyboard', async ({ workbench }) => {
  const { page } = workbench;
  const token = new TokenPage(page);
  await arrowTo(page, 'Token');
  await tabTo(page, token.box('Token'));
  await page.evaluate((text) => navigator.clipboard.writeText(text), signedToken());
  await page.keyboard.press('Control+V');
  await expect(token.region('Payload')).toContainText('someone');
  const sources = page.getByRole('group', { name: 'Verify with', exact: true }).getByRole('radio');
  await tabTo(page, sources.and(page.locator(':checked')).first());
  const secret = page.getByRole('radio', { name: 'Shared secret', exact: true });
  for (let step = 0; step < 4 && !(await secret.isChecked()); step += 1)
    await page.keyboard.press('ArrowRight');
  await expect(secret).toBeChecked();
  await tabTo(page, page.getByLabel('Secret', { exact: true }));
  await page.keyboard.type(SECRET);
  await expect(token.verification).toContainText(/^Verified/);
});
