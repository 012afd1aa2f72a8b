import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { violations } from '../support/axe.ts';
import { puppeteerDriver } from '../support/drivers.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

test('Firefox reads the webhook of Leatherback from the inbox, once', async ({ sandbox, firefox }) => {
  const scenario = findScenario('leatherback-granted');
  if (scenario === undefined) throw new Error('There is no scenario leatherback-granted.');
  const page = await firefox.openPage('workbench.html');
  const workbench = new PanelPage(page);
  await workbench.record(true);
  const { state } = await runScenario(scenario, sandbox, puppeteerDriver(await firefox.newTab()));
  await page.bringToFront();
  await workbench.press('button', 'Webhooks…');
  await workbench.fill('or an inbox’s address', `${sandbox.urls.client}/webhook/inbox`);
  await workbench.press('button', 'Read inbox');
  const said = (): Promise<string> =>
    page.$eval('[aria-label="Webhooks"] [role="status"]', (found) => found.textContent ?? '');
  await expect.poll(said).toContain('1 webhook joined its flow.');
  await workbench.press('button', 'Read inbox');
  await expect.poll(said).toContain('1 webhook was known already.');
  await workbench.show(state);
  await workbench.press('tab', 'Webhooks 1');
  await expect.poll(() => workbench.flowText()).toContain('Its state matches the request');
  expect(await violations(page)).toEqual([]);
});

test('Firefox joins a callback pasted from a phone to the request that waits for it', async ({ firefox }) => {
  const { call, page } = await firefox.link();
  const redirectUri = 'https://app.example/callback';
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'c',
    redirect_uri: redirectUri,
    state: 'phone-state',
  });
  await call('launch', {
    url: `https://as.example/authorize?${query}`,
    target: 'phone',
    profileId: 'openid',
    environmentId: 'sandbox',
    redirectUri,
    state: 'phone-state',
  });
  const submitted = await call('submitCallback', {
    text: `${redirectUri}?code=phone-code&state=phone-state`,
  });
  expect(submitted.match).toBe('joined');
  const flow = await call('flow', submitted.flowId);
  expect(flow).toMatchObject({ status: 'completed', marks: ['launched', 'phone', 'pasted'] });
  await page.close();
});
