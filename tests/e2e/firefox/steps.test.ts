import type { Page } from 'puppeteer-core';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { puppeteerDriver } from '../support/drivers.ts';
import { findFlow } from '../support/evaluate-request.ts';
import type { FirefoxExtension } from '../support/firefox.ts';
import { expect, sharedFirefoxTest as test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

/** The Steps tab as puppeteer drives it. */
class Steps {
  readonly page: Page;
  readonly panel: PanelPage;

  constructor(page: Page) {
    this.page = page;
    this.panel = new PanelPage(page);
  }

  static async open(firefox: FirefoxExtension): Promise<Steps> {
    const page = await firefox.openPage('workbench.html');
    await page.setViewport({ width: 1280, height: 900 });
    return new Steps(page);
  }

  /** What the Steps tab shows; empty until it is there. */
  async text(): Promise<string> {
    const texts = await this.page.$$eval('.steps', (found) => found.map(({ textContent }) => textContent));
    return texts.join('');
  }

  outcome(): Promise<string> {
    return this.page.$eval('section[aria-label="Step"] [role="status"]', (found) => found.textContent ?? '');
  }

  async choose(profile: string, bases: Readonly<Record<string, string>>): Promise<void> {
    await this.panel.press('tab', 'Steps');
    const box = await this.page.waitForSelector('.steps ::-p-aria(Profile[role="combobox"])');
    await box?.select(profile);
    await this.setBases(bases);
  }

  async setBases(bases: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, url] of Object.entries(bases)) await this.panel.fill(`Base URL ${name}`, url);
  }

  /** Chooses a step by its place in the list, and runs it. */
  async run(place: number, name: string, status: number): Promise<void> {
    await this.page.locator(`nav[aria-label="Steps"] li:nth-child(${place}) button`).click();
    await this.panel.press('button', `Run ${name}`);
    await expect.poll(() => this.outcome()).toContain(`HTTP ${status}`);
  }
}

test.slow();

test('runs finAPI’s process in Firefox', async ({ sandbox, firefox }) => {
  const steps = await Steps.open(firefox);
  await steps.choose('finapi', { access: sandbox.urls.finapi, process: sandbox.urls.finapiProcess });
  await steps.run(1, 'Create process', 201);
  await steps.run(2, 'Process token exchange', 200);
});

test('exchanges ConnectPay’s code in Firefox, and shows the call in the flow', async ({
  sandbox,
  firefox,
}) => {
  const steps = await Steps.open(firefox);
  await steps.panel.record(true);
  const tab = await firefox.browser.newPage();
  const scenario = findScenario('connectpay-all');
  if (!scenario) throw new Error('There is no such scenario.');
  const started = await runScenario(scenario, sandbox, puppeteerDriver(tab));
  await findFlow(await firefox.link(), started);
  await steps.page.bringToFront();
  await steps.panel.show(started.state ?? '');
  await steps.panel.press('button', 'Exchange…');
  await expect.poll(() => steps.text()).toContain('Trades the code');
  await steps.setBases({ api: sandbox.urls.connectpay });
  await steps.panel.press('button', 'Run Code exchange');
  await expect.poll(() => steps.outcome()).toContain('HTTP 200');
  await steps.panel.press('tab', 'Flows');
  await steps.panel.press('tab', 'Calls 1');
  await expect.poll(() => steps.panel.flowText()).toContain('authorization_code');
});

test('registers at Leatherback in Firefox and gets a client token', async ({ sandbox, firefox }) => {
  const steps = await Steps.open(firefox);
  await steps.choose('leatherback', { api: sandbox.urls.leatherback });
  await steps.run(1, 'Register', 200);
  await steps.run(2, 'Client token', 200);
});

test('calls the Open Bank Project with DAuth in Firefox', async ({ sandbox, firefox }) => {
  const steps = await Steps.open(firefox);
  await steps.panel.press('tab', 'DAuth');
  await steps.panel.fill('Base URL', sandbox.urls.obp);
  await steps.panel.press('button', 'Generate a key');
  await steps.panel.press('button', 'Register the public key with the sandbox');
  const dauth = (): Promise<string> => steps.page.$eval('.dauth', (found) => found.textContent ?? '');
  await expect.poll(dauth).toContain('verifies DAuth tokens with this key from now on.');
  await steps.choose('obp', { api: sandbox.urls.obp });
  await steps.run(1, 'Current user', 200);
});

test('discovers an OpenID provider in Firefox and reads its keys', async ({ sandbox, firefox }) => {
  const steps = await Steps.open(firefox);
  await steps.choose('openid', { issuer: sandbox.urls.openid });
  await steps.run(1, 'Discovery', 200);
  await steps.run(2, 'JWKS', 200);
});
