import type { Locator } from '@playwright/test';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { findFlow } from '../support/evaluate-request.ts';
import { expect, test } from '../support/fixtures.ts';

/** Text and background of an element as they are painted. */
const paint = (locator: Locator): Promise<readonly string[]> =>
  locator.evaluate((element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    return [color, backgroundColor];
  });

test('with the system’s own colours what is selected, switched on and focused is seen', async ({
  sandbox,
  extension,
  background,
  workbench,
}, info) => {
  const { page } = workbench;
  const scenario = findScenario('lab-chain-5');
  if (!scenario) throw new Error('The scenario is gone.');
  await findFlow(background, await runScenario(scenario, sandbox, playwrightDriver(extension.tab)));
  await page.bringToFront();
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' });
  await workbench.rows.first().click();
  const tab = page.getByRole('tab', { name: 'Flows', exact: true });
  const chosen = await paint(tab);
  expect(await paint(workbench.rows.first())).toEqual(chosen);
  expect(await paint(workbench.rows.first().getByRole('gridcell').first())).toContain(chosen[0]);
  expect(
    new Set([...chosen, ...(await paint(page.getByRole('tab', { name: 'Keys' })))]).size,
  ).toBeGreaterThan(2);
  const knob = (name: string): Promise<string> =>
    page
      .getByRole('switch', { name, exact: true })
      .locator('.switch-track')
      .evaluate(
        (track) =>
          `${getComputedStyle(track, '::after').backgroundColor} on ${getComputedStyle(track).backgroundColor}`,
      );
  const [on, off] = [await knob('Record'), await knob('Hold callbacks')];
  expect(on).not.toBe(off);
  for (const words of [on, off]) expect(new Set(words.split(' on ')).size).toBe(2);
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  await expect(workbench.list).toBeFocused();
  await expect(workbench.list).toHaveCSS('outline-style', 'solid');
  await page.screenshot({ path: info.outputPath('forced-colors.png') });
});

test('nothing moves by itself', async ({ workbench }) => {
  const moving = await workbench.page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior !== 'auto';
      }).length,
  );
  expect(moving).toBe(0);
});
