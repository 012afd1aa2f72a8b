import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { violations } from '../support/axe.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { expect, test } from '../support/fixtures.ts';

test('rows, hops, parameters and tokens have menus, by mouse and by keys', async ({
  sandbox,
  extension,
  workbench,
}) => {
  const { page, flow, list } = workbench;
  for (const id of ['lab-via-302', 'openid-hybrid']) {
    const scenario = findScenario(id);
    if (!scenario) throw new Error(`There is no scenario ${id}.`);
    await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  }
  await page.bringToFront();
  await page.setViewportSize({ width: 1000, height: 260 });
  await expect(workbench.rows).toHaveCount(2);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const item = (name: string | RegExp) => page.getByRole('menuitem', { name });
  const { state = '' } = await test.step('a row, by mouse', async () => {
    await workbench.rows.first().click({ button: 'right' });
    await expect(page.getByRole('menu', { name: 'Flow', exact: true })).toBeInViewport({ ratio: 1 });
    expect(await violations(page)).toEqual([]);
    await item('Copy state').click();
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect.poll(clipboard).toMatch(/.{8}/);
    return { state: await clipboard() };
  });
  await expect(flow).toContainText(state);

  await test.step('a row, by keys', async () => {
    await list.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu', { name: 'Flow', exact: true })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(list).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('End');
    await expect(item('Delete')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(workbench.rows).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(workbench.rows).toHaveCount(2);
  });

  await test.step('a comparison from the list', async () => {
    await workbench.rows.first().click({ button: 'right' });
    await item('Compare with…').click();
    const compared = page.getByRole('region', { name: 'Compare flows', exact: true });
    await expect(compared.getByRole('region', { name: 'Outcome', exact: true })).toBeVisible();
    await compared.getByRole('button', { name: 'Back to the flow', exact: true }).click();
    await expect(compared).toBeHidden();
  });

  await test.step('a hop', async () => {
    await workbench.openPart('Hops');
    await workbench.hops.getByRole('row').nth(1).click({ button: 'right' });
    await item('Copy URL').click();
    await expect.poll(clipboard).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
  });

  await test.step('a parameter with a token in it', async () => {
    await workbench.openPart('Callback');
    await flow
      .getByRole('row', { name: /^id_token/ })
      .getByRole('button')
      .focus();
    await page.keyboard.press('Shift+F10');
    await item('Open in Token tab').click();
    await expect(page.getByRole('tab', { name: 'Token', exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await workbench.openTab('Flows');
  });

  await test.step('a token', async () => {
    await workbench.openPart('Tokens');
    await flow.getByRole('heading', { name: 'Token 1' }).click({ button: 'right' });
    await item('Copy Payload').click();
    await expect.poll(clipboard).toContain('"nonce"');
  });
});
