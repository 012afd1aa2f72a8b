import { arrive, confirmFactor, logIn } from '../../sandbox/scenarios/steps.ts';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { violations } from '../support/axe.ts';
import { puppeteerDriver } from '../support/drivers.ts';
import { findFlow } from '../support/evaluate-request.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

const WIDE = { width: 1280, height: 800 };

test('the popup in Firefox shows a callback and its values', async ({ sandbox, firefox }) => {
  const popup = await firefox.openPage('popup.html');
  await new PanelPage(popup).record(true);
  const scenario = findScenario('connectpay-all');
  if (scenario === undefined) throw new Error('There is no such scenario.');
  const started = await runScenario(scenario, sandbox, puppeteerDriver(await firefox.newTab()));
  const { summary } = await findFlow(await firefox.link(), started);
  const list = (): Promise<string> =>
    popup.$eval('[aria-label="Recent callbacks"]', (found) => found.textContent ?? '');
  await expect.poll(list).toContain(started.state);
  for (const value of [summary.code, summary.flowid]) expect(await list()).toContain(value);
  expect(await violations(popup)).toEqual([]);
});

test('the workbench in Firefox shows a flow, its hops, and no accessibility violation', async ({
  sandbox,
  firefox,
}) => {
  const page = await firefox.openPage('workbench.html');
  await page.setViewport(WIDE);
  const workbench = new PanelPage(page);
  await workbench.record(true);
  const scenario = findScenario('connectpay-all');
  if (scenario === undefined) throw new Error('There is no such scenario.');
  const { state } = await runScenario(scenario, sandbox, puppeteerDriver(await firefox.newTab()));
  await expect.poll(() => workbench.flowText()).toContain('Code received');
  await page.bringToFront();
  await workbench.show(state);
  const rows = await page.$$eval('table[aria-label="Hops"] tbody tr', (found) =>
    found.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent).join(' ')),
  );
  expect(rows.length).toBeGreaterThanOrEqual(4);
  expect(rows[0]).toMatch(/GET\s+301/);
  expect(await violations(page)).toEqual([]);
});

test('launches ConnectPay from the Request tab in Firefox and receives its callback', async ({
  sandbox,
  firefox,
}) => {
  const page = await firefox.openPage('workbench.html');
  await page.setViewport(WIDE);
  const workbench = new PanelPage(page);
  await workbench.press('tab', 'Request');
  const { connectpay, client } = sandbox.urls;
  await workbench.fill('Authorization endpoint', `${connectpay}/auth/v1/oauth2/authorize`);
  await workbench.fill('redirect_url', `${client}/callback`);
  const before = new Set(await firefox.browser.pages());
  await workbench.press('button', 'Open');
  const opened = async (): Promise<boolean> =>
    (await firefox.browser.pages()).some((one) => !before.has(one));
  await expect.poll(opened).toBe(true);
  const tab = (await firefox.browser.pages()).find((one) => !before.has(one));
  if (tab === undefined) throw new Error('No tab was opened.');
  const driver = puppeteerDriver(tab);
  await logIn(driver);
  await confirmFactor(driver);
  await driver.waitFor('#grant');
  await driver.click('input[name="scope"]');
  await driver.click('#grant');
  await arrive(driver);
  const sent = new URL(tab.url()).searchParams;
  await page.bringToFront();
  await workbench.press('tab', 'Flows');
  await expect.poll(() => workbench.flowText()).toContain(sent.get('code'));
  expect(await workbench.flowText()).toContain(sent.get('state'));
  expect(await workbench.flowText()).toContain('launched by Grantscope');
});
