import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { expect, test } from '../support/fixtures.ts';

test('captures nothing while recording is off, and says so', async ({ sandbox, extension, background }) => {
  const workbench = await extension.openWorkbench();
  await expect(workbench.recordSwitch).not.toBeChecked();
  const scenario = findScenario('lab-via-302');
  if (scenario === undefined) throw new Error('There is no such scenario.');
  await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  expect(await background.call('recentCallbacks', 10)).toEqual([]);
  expect(await background.call('lookAtTabs')).toEqual({ found: 0 });
  await expect(workbench.page.getByText(/^0 flows · 0 held · 0 dropped · not recording$/)).toBeVisible();

  await workbench.record(true);
  const { state } = await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  await workbench.show(state);
  await expect(workbench.rows).toHaveCount(1);
});

test('keeps recording when the worker was stopped and when the page was opened again', async ({
  extension,
}) => {
  await extension.record(true);
  await extension.stopWorker();
  const workbench = await extension.openWorkbench();
  await expect(workbench.recordSwitch).toBeChecked();
});

test('clears flows and brings them back', async ({ sandbox, extension, workbench }) => {
  const scenario = findScenario('lab-via-302');
  if (scenario === undefined) throw new Error('There is no such scenario.');
  await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  await expect(workbench.rows).toHaveCount(1);
  await workbench.page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(workbench.rows).toHaveCount(0);
  await workbench.page.getByRole('button', { name: 'Undo' }).click();
  await expect(workbench.rows).toHaveCount(1);
});
