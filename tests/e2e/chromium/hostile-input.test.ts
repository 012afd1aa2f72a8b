import type { Page } from '@playwright/test';
import { runScenario } from '../../sandbox/scenarios.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { findFlow } from '../support/evaluate-request.ts';
import { scenariosOf } from '../support/families.ts';
import { expect, test } from '../support/fixtures.ts';

/** Elements that no part of the interface has, and that markup taken from a parameter would make. */
const MADE_OF_MARKUP = 'img[onerror], a[href^="javascript:"], body script, iframe, [onload], [onclick]';

const expectNothingRan = async (page: Page, title: string): Promise<void> => {
  await expect(page).toHaveTitle(title);
  expect(
    await page.locator(MADE_OF_MARKUP).evaluateAll((found) => found.map((one) => one.outerHTML)),
  ).toEqual(
    await page.locator('body > script[src]').evaluateAll((found) => found.map((one) => one.outerHTML)),
  );
};

test.use({ ownBrowser: true });

for (const scenario of scenariosOf('bad')) {
  test(`shows a hostile answer as text, wherever it is shown (${scenario.id})`, async ({
    sandbox,
    extension,
    background,
    workbench,
  }) => {
    const title = await workbench.page.title();
    const started = await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
    await findFlow(background, started);
    const { page } = workbench;
    await page.bringToFront();
    await expect(workbench.rows).toHaveCount(1);
    await workbench.rows.first().click();
    for (const part of ['Callback', 'Findings', 'Tokens', 'Request', 'Hops']) {
      await workbench.openPart(part);
      await expect(workbench.flow.getByRole('tabpanel')).toBeVisible();
      await expectNothingRan(page, title);
    }
    for (const hop of await workbench.flow.getByRole('button', { name: /^Hop \d+$/ }).all())
      await hop.click();
    await expect(workbench.flow.getByRole('table', { name: /^Parameters of hop/ }).first()).toBeVisible();
    await expectNothingRan(page, title);
    await expect(page.getByRole('alert')).toHaveCount(0);

    const popup = await extension.openPopup();
    await expect(popup.callbacks.getByRole('listitem')).toHaveCount(1);
    await expectNothingRan(popup.page, await popup.page.title());
    await expect(popup.page).not.toHaveTitle('owned');
  });
}
