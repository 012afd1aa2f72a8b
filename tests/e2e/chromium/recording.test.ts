import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { expect, test } from '../support/fixtures.ts';

test('captures nothing while recording is off, and says so', async ({ sandbox, extension, background }) => {
  const workbench = await extension.openWorkbench();
  await workbench.recordSwitch.click();
  await expect(workbench.recordSwitch).not.toBeChecked();
  const scenario = findScenario('lab-via-302');
  if (scenario === undefined) throw new Error('There is no such scenario.');
  await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  expect(await background.call('recentCallbacks', 10)).toEqual([]);
  expect(await background.call('lookAtTabs')).toEqual({ found: 0 });
  await expect(workbench.page.getByText(/^0 flows · 0 held · 0 dropped · not recording$/)).toBeVisible();

  await workbench.recordSwitch.click();
  await expect(workbench.recordSwitch).toBeChecked();
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

test('records while the workbench is open, also when the worker was stopped, and no longer', async ({
  extension,
  background,
}) => {
  const recording = async (): Promise<boolean> => (await background.call('status')).recording;
  expect(await recording()).toBe(false);
  const workbench = await extension.openWorkbench();
  await expect(workbench.recordSwitch).toBeChecked();
  expect(await recording()).toBe(true);
  await extension.stopWorker();
  expect(await recording()).toBe(true);
  await workbench.page.close();
  await expect.poll(recording).toBe(false);
});

test('remembers that it is switched off, and says so in the popup and on the badge', async ({
  extension,
}) => {
  const first = await extension.openWorkbench();
  await first.recordSwitch.click();
  await expect(first.recordSwitch).not.toBeChecked();
  await first.page.close();
  const popup = await extension.openPopup();
  await expect(popup.recordSwitch).not.toBeChecked();
  const choice = popup.page.getByRole('combobox', { name: 'When to record', exact: true });
  await expect(choice).toHaveValue('off');
  const badge = (): Promise<string> => popup.page.evaluate(() => chrome.action.getBadgeText({}));
  await expect.poll(badge).toBe('off');
  const again = await extension.openWorkbench();
  await expect(again.recordSwitch).not.toBeChecked();
  await again.page.close();
  await popup.page.bringToFront();
  await choice.selectOption('while-open');
  await expect(popup.recordSwitch).not.toBeChecked();
  await expect.poll(badge).toBe('');
  await popup.recordSwitch.click();
  await expect(popup.recordSwitch).toBeChecked();
  await expect.poll(badge).toBe('●');
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
