import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { violations } from '../support/axe.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { expect, test } from '../support/fixtures.ts';

test('columns sort, change their width by keys and by dragging, hide, and are remembered', async ({
  sandbox,
  extension,
  workbench,
}) => {
  const { page } = workbench;
  for (const id of ['lab-via-302', 'connectpay-all']) {
    const scenario = findScenario(id);
    if (!scenario) throw new Error(`There is no scenario ${id}.`);
    await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  }
  await page.bringToFront();
  await expect(workbench.rows).toHaveCount(2);
  await expect(workbench.rows.first()).toContainText('ConnectPay');
  const columns = page.getByRole('toolbar', { name: 'Columns', exact: true });
  const provider = columns.getByRole('button', { name: 'Provider' });
  await provider.click();
  await expect(workbench.rows.first()).toContainText('ConnectPay');
  await provider.click();
  await expect(workbench.rows.last()).toContainText('ConnectPay');
  await expect(provider).toHaveAttribute('aria-pressed', 'true');

  const cell = workbench.rows.first().locator('.flow-row-provider');
  const width = async (): Promise<number> => Math.round((await cell.boundingBox())?.width ?? 0);
  const before = await width();
  await provider.press('Shift+ArrowLeft');
  await expect.poll(width).toBe(before - 8);
  const edge = await provider.locator('xpath=following-sibling::*').boundingBox();
  if (!edge) throw new Error('The column has no edge.');
  await page.mouse.move(edge.x + 4, edge.y + 4);
  await page.mouse.down();
  await page.mouse.move(edge.x - 16, edge.y + 4);
  await page.mouse.up();
  await expect.poll(width).toBe(before - 28);

  await page.getByRole('button', { name: 'Choose columns' }).click();
  const menu = page.getByRole('menu', { name: 'Columns', exact: true });
  await expect(menu).toBeInViewport({ ratio: 1 });
  expect(await violations(page)).toEqual([]);
  await menu.getByRole('menuitemcheckbox', { name: 'Outcome' }).press('Enter');
  await expect(workbench.rows.first().locator('.flow-row-outcome')).toBeHidden();

  const again = await extension.openWorkbench();
  await expect(again.rows.last()).toContainText('ConnectPay');
  await expect(again.rows.first().locator('.flow-row-outcome')).toBeHidden();
  await again.page.getByRole('button', { name: 'Choose columns' }).press('Enter');
  await again.page.getByRole('menuitem', { name: 'Reset columns' }).click();
  await expect(again.rows.first()).toContainText('ConnectPay');
  await expect(again.rows.first().locator('.flow-row-outcome')).toBeVisible();
});
