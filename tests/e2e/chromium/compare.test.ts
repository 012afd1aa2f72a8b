import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { violations } from '../support/axe.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { findFlow } from '../support/evaluate-request.ts';
import { expect, test } from '../support/fixtures.ts';

test('shows what differs between a working and a failing flow', async ({
  sandbox,
  extension,
  background,
  workbench,
}, info) => {
  const known = new Set<string>();
  for (const id of ['openid-code', 'openid-cancelled']) {
    const scenario = findScenario(id);
    if (!scenario) throw new Error('The scenario is gone.');
    const started = await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
    known.add((await findFlow(background, started, known)).flow.id);
  }
  const { page } = workbench;
  await page.bringToFront();
  await expect(workbench.rows).toHaveCount(2);
  await workbench.flow.getByRole('button', { name: 'Compare with…' }).click();
  const dialog = workbench.flow.getByRole('region', { name: 'Compare flows', exact: true });
  const outcome = dialog.getByRole('table', { name: 'Outcome' });
  await expect(outcome.getByRole('row', { name: /^status/ })).toContainText('changed');
  const callback = dialog.getByRole('table', { name: 'Callback parameters' });
  await expect(callback.getByRole('row', { name: /^error / })).toContainText('only on the left');
  await expect(callback.getByRole('row', { name: /^code / })).toContainText('only on the right');
  await expect(dialog.getByRole('table').first()).toHaveAccessibleName('Outcome');
  await expect(dialog.getByRole('row', { name: /^state/ })).toHaveCount(0);
  await dialog.getByRole('radio', { name: 'All differences' }).check();
  await expect(
    dialog.getByRole('table', { name: 'Request parameters' }).getByRole('row', { name: /^state/ }),
  ).toContainText('expected');
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('compare-wide.png') });
  await dialog.getByRole('radio', { name: 'Everything' }).check();
  await expect(outcome.getByRole('row', { name: /^provider/ })).toContainText('same');
  await page.setViewportSize({ width: 400, height: 800 });
  await page.screenshot({ path: info.outputPath('compare-narrow.png') });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(workbench.flow.getByRole('button', { name: 'Compare with…' })).toBeFocused();
});
