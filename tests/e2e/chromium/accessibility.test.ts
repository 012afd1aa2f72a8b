import type { Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { expect } from '../support/fixtures.ts';
import { mappedTest as test } from '../support/mapped-sandbox.ts';
import { takeTour } from '../support/tour.ts';

const THEMES = ['light', 'dark'] as const;
const TABS = ['Request', 'Token', 'DAuth', 'Steps', 'Keys', 'Settings'];

test.slow();

/** What axe finds wrong in the themes, each problem with where it was found. */
async function problemsOf(
  page: Page,
  state: string,
  themes: readonly ('light' | 'dark')[] = THEMES,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violations(page)).map((what) => `${state}, ${colorScheme}: ${what}`));
  }
  return found;
}

test('axe finds nothing wrong with any page with something in it, in both themes, also where it is narrow', async ({
  sandbox,
  extension,
  workbench,
}) => {
  const problems = await takeTour({ sandbox, extension, workbench }, async (page, stop) => {
    const wide = await problemsOf(page, stop);
    if (stop.startsWith('Popup')) return wide;
    await page.setViewportSize({ width: 400, height: 800 });
    return [...wide, ...(await problemsOf(page, `${stop} at 400 pixels`, ['dark']))];
  });
  expect(problems).toEqual([]);
});

test('axe finds nothing wrong with any page before there is anything in it', async ({ extension }) => {
  const workbench = await extension.openWorkbench();
  const { page } = workbench;
  await workbench.record(false);
  await expect(page.getByRole('button', { name: 'Start recording' })).toBeVisible();
  const problems = [...(await problemsOf(page, 'Flows, not recording'))];
  for (const tab of TABS) {
    await workbench.openTab(tab);
    await expect(page.getByRole('tabpanel', { name: tab, exact: true })).toBeVisible();
    problems.push(...(await problemsOf(page, tab)));
  }
  const popup = await extension.openPopup();
  await expect(popup.recordSwitch).toBeVisible();
  problems.push(...(await problemsOf(popup.page, 'Popup, not recording')));
  await popup.record(true);
  problems.push(...(await problemsOf(popup.page, 'Popup, recording')));
  expect(problems).toEqual([]);
});
