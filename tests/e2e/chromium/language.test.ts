import type { Page } from '@playwright/test';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { violations } from '../support/axe.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { expect, test } from '../support/fixtures.ts';
import { overflow } from '../support/overflow.ts';
import { untranslated } from '../support/untranslated.ts';

test.use({ options: { language: 'de' } });
test.slow();

const TABS = ['Flows', 'Anfrage', 'Token', 'DAuth', 'Schritte', 'Schlüssel', 'Einstellungen'];
const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiZXhwIjoxfQ.c2ln';

/** What is wrong with a page in German: English words, what axe finds, and what does not fit. */
async function problemsOf(page: Page, state: string, widths: readonly number[]): Promise<readonly string[]> {
  const found = [
    ...(await untranslated(page)).map((text) => `in English: ${text}`),
    ...(await violations(page)),
  ];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 700 });
    found.push(...(await overflow(page)).map((what) => `at ${width}: ${what}`));
  }
  return found.map((what) => `${state}: ${what}`);
}

test('a German browser gets every page in German, and it fits', async ({ sandbox, extension }, info) => {
  const page = await extension.openPage('workbench.html');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  await expect(page.getByRole('tab')).toHaveText(TABS);
  // It records while it is open.
  await expect(page.getByRole('switch', { name: 'Aufzeichnen', exact: true })).toBeChecked();

  const scenario = findScenario('connectpay-all');
  if (!scenario) throw new Error('The scenario is gone.');
  await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  await page.bringToFront();
  const row = page.getByRole('grid', { name: 'Flows', exact: true }).getByRole('row').first();
  await row.click();
  await expect(page.getByRole('region', { name: 'Flow', exact: true })).toContainText('Code erhalten');
  const search = page.getByRole('searchbox');
  await search.fill('gescheitert');
  await expect(row).toHaveCount(0);
  await search.fill('erhalten');
  await expect(row).toHaveCount(1);
  await search.fill('');

  const problems: string[] = [];
  for (const tab of TABS) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await expect(page.getByRole('tabpanel', { name: tab, exact: true })).not.toHaveText('');
    if (tab === 'Token') {
      await page.getByRole('textbox', { name: 'Token', exact: true }).fill(TOKEN);
      await expect(page.getByText('issuer.example').first()).toBeVisible();
    }
    await page.screenshot({ path: info.outputPath(`${tab}.png`) });
    problems.push(...(await problemsOf(page, tab, [400, 320])));
    await page.screenshot({ path: info.outputPath(`${tab}-narrow.png`) });
  }
  const popup = await extension.openPage('popup.html');
  await popup.setViewportSize({ width: 360, height: 600 });
  await expect(popup.getByRole('switch', { name: 'Aufzeichnen', exact: true })).toBeChecked();
  await popup.screenshot({ path: info.outputPath('popup.png') });
  problems.push(...(await problemsOf(popup, 'Popup', [360])));
  const welcome = await extension.openPage('welcome.html');
  await expect(welcome.getByRole('heading', { level: 1 })).toHaveText('Willkommen bei Grantscope');
  problems.push(...(await problemsOf(welcome, 'Welcome', [400])));
  expect(problems).toEqual([]);
});
