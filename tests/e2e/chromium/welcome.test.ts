import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_PORTS, PORT_NAMES } from '../../sandbox/ports.ts';
import { arrive, confirmFactor, logIn } from '../../sandbox/scenarios/steps.ts';
import { violations } from '../support/axe.ts';
import { copyBuild } from '../support/build.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { test as base, expect } from '../support/fixtures.ts';

/** Chromium to which the sandbox's usual ports are those of the test's own sandbox. */
const test = base.extend<{ readonly extension: ChromiumExtension }>({
  extension: async ({ options, sandbox }, use) => {
    const rules = PORT_NAMES.map(
      (name) => `MAP 127.0.0.1:${DEFAULT_PORTS[name]} 127.0.0.1:${sandbox.ports[name]}`,
    );
    const args = [...(options.args ?? []), `--host-resolver-rules=${rules.join(',')}`];
    const extension = await ChromiumExtension.launch({ ...options, args });
    await use(extension);
    await extension.close();
  },
});

test('the first-run page leads from one button to a captured callback', async ({ extension }) => {
  const page = await extension.openPage('welcome.html');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to Grantscope');
  const opened = extension.context.waitForEvent('page');
  await page.getByRole('button', { name: 'Record and open the first scenario', exact: true }).click();
  const tab = await opened;
  const driver = playwrightDriver(tab);
  await expect(page.getByRole('status')).toContainText('Recording.');
  await logIn(driver);
  await confirmFactor(driver);
  await driver.waitFor('#grant');
  for (const scope of await tab.locator('input[name="scope"]').all()) await scope.check();
  await driver.click('#grant');
  await arrive(driver);
  const { searchParams } = new URL(tab.url());
  const status = page.getByRole('status');
  await expect(status).toContainText('Captured a callback from ConnectPay.');
  await expect(status).toContainText(searchParams.get('code') ?? 'no code');
  await expect(status).toContainText(searchParams.get('state') ?? 'no state');
  expect(await violations(page)).toEqual([]);
});

base('without a sandbox it says what to do', async ({ extension }) => {
  const args = [`--host-resolver-rules=MAP 127.0.0.1:${DEFAULT_PORTS.start} 127.0.0.1:1`];
  const alone = await ChromiumExtension.launch({ args });
  const page = await alone.openPage('welcome.html');
  await page.getByRole('button', { name: 'Record and open the first scenario' }).click();
  await expect(page.getByRole('status')).toHaveText(
    'No answer. Nothing answers at 127.0.0.1:4600. Start the sandbox, then press the button again.',
  );
  expect(await violations(page)).toEqual([]);
  await alone.close();
  expect(extension.context.pages().filter((one) => one.url().endsWith('welcome.html'))).toEqual([]);
});

base('it opens by itself after the extension was loaded unpacked, and not at the next start', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'grantscope-first-run-'));
  const first = await ChromiumExtension.launch({ profile, keepsFirstRun: true });
  const openIn = ({ context, origin }: ChromiumExtension): number =>
    context.pages().filter((page) => page.url() === `${origin}/welcome.html`).length;
  await expect.poll(() => openIn(first)).toBe(1);
  const bare = await first.openBarePage();
  await expect
    .poll(() => bare.evaluate(() => chrome.storage.local.get('first-run:opened')))
    .toEqual({ 'first-run:opened': true });
  await first.close();

  const second = await ChromiumExtension.launch({ profile, keepsFirstRun: true });
  // Installed again by the command line: the background has answered, so it has looked whether the page was opened.
  await (await second.link()).call('status');
  expect(openIn(second)).toBe(0);
  await second.close();
  await rm(profile, { recursive: true });
});

base('it speaks German where the browser does, and axe finds nothing wrong', async ({ ports: _ }, info) => {
  // Not every machine has a German browser; a copy that knows nothing but German shows the same.
  const directory = await copyBuild('chromium', (manifest) => ({ ...manifest, default_locale: 'de' }));
  await rm(join(directory, '_locales/en'), { recursive: true });
  const extension = await ChromiumExtension.launch({
    directory,
    colorScheme: 'dark',
    viewport: { width: 400, height: 900 },
  });
  const page = await extension.openPage('welcome.html');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Willkommen bei Grantscope');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('welcome-de-dark.png') });
  await extension.close();
  await rm(directory, { recursive: true });
});

base('it looks right in light and wide', async ({ extension }, info) => {
  const page = await extension.openPage('welcome.html');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('welcome-light.png') });
});
