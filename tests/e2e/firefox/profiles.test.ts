import { arrive, logIn, press } from '../../sandbox/scenarios/steps.ts';
import { SAMPLE } from '../../unit/profiles/sample-profile.ts';
import { violations } from '../support/axe.ts';
import { puppeteerDriver } from '../support/drivers.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

test('a profile is imported in Firefox and launched to a captured callback', async ({ sandbox, firefox }) => {
  const page = await firefox.openPage('workbench.html');
  await page.setViewport({ width: 1280, height: 800 });
  const workbench = new PanelPage(page);
  await workbench.press('tab', 'Settings');
  await page.locator('summary ::-p-text(Import a profile file)').click();
  const state = { ...SAMPLE.parameters[0], name: 'state', required: true, generate: 'state', checks: [] };
  const nonce = { ...state, name: 'nonce', generate: 'nonce' };
  const filled = ['response_type', 'redirect_uri', 'scope'].map((name) => ({
    ...state,
    name,
    generate: undefined,
  }));
  const [live] = SAMPLE.environments;
  const profile = {
    ...SAMPLE,
    parameters: [...SAMPLE.parameters, ...filled, state, nonce],
    environments: [
      {
        ...live,
        authorizationEndpoint: `${sandbox.urls.openid}/auth`,
        issuer: sandbox.urls.openid,
        defaults: {
          client_id: 'grantscope-web',
          response_type: 'code',
          scope: 'openid',
          redirect_uri: `${sandbox.urls.client}/callback`,
        },
      },
    ],
  };
  await workbench.fill('or its text', JSON.stringify({ version: 1, profiles: [profile] }));
  await workbench.press('button', 'Import');
  const names = (): Promise<string[]> =>
    page.$$eval('ul[aria-label="Profiles"] strong', (found) => found.map((name) => name.textContent ?? ''));
  await expect.poll(names).toContain('Acme Bank');
  expect(await violations(page)).toEqual([]);

  await workbench.press('tab', 'Request');
  const choice = await page.waitForSelector('::-p-aria(Profile[role="combobox"])');
  await choice?.select('acme');
  const before = new Set(await firefox.browser.pages());
  await workbench.press('button', 'Open');
  const opened = async () => (await firefox.browser.pages()).find((one) => !before.has(one));
  await expect.poll(async () => (await opened()) !== undefined).toBe(true);
  const tab = await opened();
  if (tab === undefined) throw new Error('No tab was opened.');
  const driver = puppeteerDriver(tab);
  await logIn(driver);
  await press(driver, '#continue');
  await arrive(driver);
  const sent = new URL(tab.url()).searchParams;
  await page.bringToFront();
  await workbench.press('tab', 'Flows');
  await expect.poll(() => workbench.flowText()).toContain('Code received from Acme Bank');
  for (const name of ['code', 'state']) expect(await workbench.flowText()).toContain(sent.get(name));
});
