import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { puppeteerDriver } from '../support/drivers.ts';
import { findFlow } from '../support/evaluate-request.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

/** The state of a request that is answered with another one. */
const FAULTY = 'a-state-that-does-not-come-back';

test('Firefox silences a finding, verifies a token, and compares and launches flows', async ({
  firefox,
  sandbox,
}) => {
  const background = await firefox.link();
  await background.call('setRecording', true);
  const faulty = await firefox.newTab();
  const asked = {
    response_type: 'code id_token',
    client_id: 'grantscope-lab',
    scope: 'openid',
    state: FAULTY,
  };
  const redirectUri = `${sandbox.urls.client}/callback`;
  await puppeteerDriver(faulty).goto(
    `${sandbox.urls.lab}/mistake/state-other/authorize?${new URLSearchParams({ ...asked, redirect_uri: redirectUri })}`,
  );
  await puppeteerDriver(faulty).waitFor('#callback');
  const known = new Set<string>();
  let last = '';
  for (const id of ['openid-cancelled', 'openid-hybrid']) {
    const scenario = findScenario(id);
    if (!scenario) throw new Error('The scenario is gone.');
    const started = await runScenario(scenario, sandbox, puppeteerDriver(await firefox.newTab()));
    known.add((await findFlow(background, started, known)).flow.id);
    last = started.state;
  }
  const page = await firefox.openPage('workbench.html');
  await page.setViewport({ width: 1200, height: 900 });
  const workbench = new PanelPage(page);
  await expect.poll(() => workbench.rowCount()).toBe(3);
  await workbench.show('never-sent');

  await page.$$eval('[role="tab"]', (tabs) =>
    (tabs.find(({ textContent }) => textContent?.startsWith('Findings')) as HTMLElement).click(),
  );
  const labels = (): Promise<readonly string[]> =>
    page.$$eval('[data-rule] button', (found) => found.map(({ textContent }) => textContent ?? ''));
  await expect.poll(async () => (await labels()).length).toBeGreaterThan(0);
  const [label = ''] = await labels();
  await workbench.press('button', label);
  await expect.poll(() => workbench.flowText()).toContain('ignored for OpenID');
  expect(await labels()).not.toContain(label);
  await workbench.press('button', 'Restore all');
  await expect.poll(labels).toContain(label);

  await workbench.filter('');
  await expect.poll(() => workbench.rowCount()).toBe(3);
  await workbench.show(last);
  await workbench.press('button', 'Verify the id_token');
  await expect.poll(() => workbench.flowText()).toContain('Verified');

  const dialog = (): Promise<string> =>
    page.$$eval('dialog[open]', (found) => found.map(({ textContent }) => textContent ?? '').join());
  const comparison = (): Promise<string> =>
    page.$$eval('section.compare', (found) => found.map(({ textContent }) => textContent ?? '').join());
  await workbench.press('button', 'Compare with…');
  await expect.poll(comparison).toContain('to look at');
  expect(await comparison()).toContain('only on the left');
  await page.keyboard.press('Escape');
  await expect.poll(comparison).toBe('');

  await workbench.press('button', 'Replay…');
  await expect.poll(dialog).toContain('With fresh values');
  await workbench.press('button', 'Launch in a new tab');
  await expect.poll(dialog).toContain('Launched in a new tab');
});
