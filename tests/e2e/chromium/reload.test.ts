import type { Page } from '@playwright/test';
import type { ChromiumExtension } from '../support/chromium.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { FlowsPage } from '../support/flows-page.ts';
import { keepHistory } from '../support/kept-history.ts';
import { codeOf, type StepProvider, startStepProvider } from '../support/step-provider.ts';

const test = base.extend<{ readonly provider: StepProvider }>({
  provider: async ({ headless: _ }, use) => {
    const provider = await startStepProvider();
    await use(provider);
    await provider.stop();
  },
});

/** Reloads the extension as its page in the browser's settings does, and opens the workbench again. */
async function reload(extension: ChromiumExtension, page: Page): Promise<FlowsPage> {
  const closed = page.waitForEvent('close');
  await page.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await closed;
  const fresh = await extension.context.newPage();
  const opens = () =>
    fresh.goto(`${extension.origin}/workbench.html`).then(
      () => 'open',
      () => 'not yet',
    );
  await expect.poll(opens).toBe('open');
  return new FlowsPage(fresh);
}

test.use({ ownBrowser: true });

test('with history on, a sign-in during which the extension is reloaded is one whole flow', async ({
  extension,
  provider,
}) => {
  await extension.allowReload();
  const before = await extension.openWorkbench();
  await keepHistory(before);
  const { tab } = extension;
  await tab.goto(provider.pagedUrl('reloaded', 2));
  await before.page.bringToFront();
  await before.show('reloaded');
  await expect
    .poll(() => before.page.evaluate(async () => Object.keys(await chrome.storage.local.get(null))))
    .toContain('carried:observations');

  const after = await reload(extension, before.page);
  await expect(after.rows).toHaveCount(1);
  await tab.bringToFront();
  await tab.locator('#on').click();
  await tab.locator('#on').click();
  await expect(tab.getByText('arrived')).toBeVisible();
  await after.page.bringToFront();
  await after.show('reloaded');
  await expect(after.flow).toContainText('Code received');
  await expect(after.flow).toContainText(codeOf('reloaded'));
  await expect(after.rows).toHaveCount(1);
  await after.openPart('Hops');
  await expect
    .poll(async () => (await after.hopLines()).map(({ place }) => place).join(' '))
    .toMatch(/authorize.*page.*hop.*callback/s);
});

test('with history off, a reload of the extension is told, with how many flows are gone', async ({
  extension,
  provider,
}) => {
  await extension.allowReload();
  const before = await extension.openWorkbench();
  await before.record(true);
  await extension.tab.goto(provider.authorizeUrl('gone', 1));
  await before.page.bringToFront();
  await before.show('gone');
  await expect
    .poll(() => before.page.evaluate(async () => (await chrome.storage.local.get(null))['session:flows']))
    .toBe(1);

  const after = await reload(extension, before.page);
  await expect(after.page.getByText('1 flow is gone: the extension was reloaded or updated')).toBeVisible();
});
