import type { Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { startHeld } from '../support/held-scenario.ts';
import { HoldPage } from '../support/hold-page.ts';

async function expectNoViolations(page: Page, state: string): Promise<void> {
  expect(await violations(page), state).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ options: { colorScheme } });

    test(`axe finds nothing wrong with a held callback, wherever it is shown (${colorScheme})`, async ({
      sandbox,
      extension,
      workbench,
      background,
    }) => {
      const { tab } = extension;
      const chosen = `${sandbox.urls.client}/callback`;
      const open = async (id: string): Promise<HoldPage> => {
        await tab.goto((await startHeld(id, sandbox)).url).catch(() => undefined);
        return HoldPage.beside(tab);
      };
      await background.call('setHold', { on: true, only: [chosen] });
      const jarm = await open('lab-channel-jarm-query');
      await expectNoViolations(jarm.page, `a held JARM response ${colorScheme}`);
      const page = await open('lab-channel-query');
      const shown = page.page;
      await page.press('Tamper state');
      await page.press('Add a parameter');
      await page.press('Leave out code');
      for (const width of [1280, 400]) {
        await shown.setViewportSize({ width, height: 800 });
        await expectNoViolations(shown, `the hold page at ${width} pixels ${colorScheme}`);
      }
      await workbench.page.bringToFront();
      await workbench.page.getByRole('button', { name: /^Which callbacks to hold/ }).click();
      await expectNoViolations(workbench.page, `the choice of redirect URIs ${colorScheme}`);
      await workbench.page.keyboard.press('Escape');
      await workbench.rows.first().click();
      await expectNoViolations(workbench.page, `the detail of a held flow at 1280 pixels ${colorScheme}`);
      await workbench.page.setViewportSize({ width: 400, height: 800 });
      await expectNoViolations(workbench.page, `the detail of a held flow at 400 pixels ${colorScheme}`);
      await workbench.page.getByRole('button', { name: 'Back to the list' }).click();
      await expectNoViolations(workbench.page, `the list with a held flow at 400 pixels ${colorScheme}`);
      const popup = await extension.openPopup();
      await expect(popup.callbacks.getByRole('listitem')).toHaveCount(2);
      await expectNoViolations(popup.page, `the popup with held callbacks ${colorScheme}`);

      await shown.bringToFront();
      await page.press('Drop');
      await expect(shown.getByRole('heading', { level: 1, name: 'Callback no longer held' })).toBeVisible();
      await expectNoViolations(shown, `a dropped callback ${colorScheme}`);
      await expectNoViolations(
        await extension.openPage('hold.html?id=none'),
        `nothing is held ${colorScheme}`,
      );
    });
  });
}
