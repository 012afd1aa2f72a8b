import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { findFlow } from '../support/evaluate-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { FlowsPage } from '../support/flows-page.ts';

test('shows recent callbacks, newest first, and copies their values', async ({
  sandbox,
  extension,
  background,
}) => {
  const popup = await extension.openPopup();
  await popup.record(true);
  const starts = [];
  for (const id of ['connectpay-all', 'lab-error']) {
    const scenario = findScenario(id);
    if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
    const started = await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
    starts.push(await findFlow(background, started));
  }
  await popup.page.bringToFront();
  await expect(popup.callbacks.getByRole('listitem')).toHaveCount(2);
  const [first, second] = await popup.callbacks.getByRole('listitem').all();
  await expect(first ?? popup.callbacks).toContainText('temporarily_unavailable');
  await expect(second ?? popup.callbacks).toContainText('ConnectPay');
  for (const name of ['code', 'state', 'flowid'] as const) {
    expect(await popup.copy(1, name)).toBe(starts[0]?.summary[name]);
  }
  expect(await popup.copy(0, 'state')).toBe(starts[1]?.summary.state);
});

test('counts unseen callbacks on the badge until somebody looks', async ({ sandbox, extension }) => {
  await extension.record(true);
  const scenario = findScenario('lab-via-302');
  if (scenario === undefined) throw new Error('There is no such scenario.');
  const bare = await extension.openPage('devtools.html');
  const badge = (): Promise<string> => bare.evaluate(() => chrome.action.getBadgeText({}));
  await expect.poll(badge).toBe('●');
  for (const expected of ['1', '2']) {
    await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
    await expect.poll(badge).toBe(expected);
  }
  const popup = await extension.openPopup();
  await expect(popup.callbacks.getByRole('listitem')).toHaveCount(2);
  await expect.poll(badge).toBe('●');
});

test('opens a callback in the workbench, and marks what was found in it', async ({
  sandbox,
  extension,
  workbench,
}) => {
  await workbench.page.close();
  for (const id of ['lab-bad-unknown-state', 'lab-via-302']) {
    const scenario = findScenario(id);
    if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
    await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  }
  const popup = await extension.openPopup();
  const [, older] = await popup.callbacks.getByRole('listitem').all();
  await expect(older ?? popup.callbacks).toContainText(/[1-9]\d* errors?/);
  const opened = extension.context.waitForEvent('page');
  await older?.getByTitle('Open in the workbench').click();
  const page = new FlowsPage(await opened);
  await expect(page.flow).toContainText('State mismatch');
});

test('shows its footer within the height that a browser gives it', async ({ sandbox, extension }) => {
  await extension.record(true);
  const scenario = findScenario('lab-via-302');
  if (scenario === undefined) throw new Error('There is no such scenario.');
  for (let times = 0; times < 8; times++)
    await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  const { page, callbacks } = await extension.openPopup();
  await expect(callbacks.getByRole('listitem')).toHaveCount(8);
  for (const name of ['Open workbench', 'Launch']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
  }
});

test('opens the workbench', async ({ extension }) => {
  const popup = await extension.openPopup();
  const opened = extension.context.waitForEvent('page');
  await popup.page.getByRole('button', { name: 'Open workbench' }).click();
  await expect(await opened).toHaveURL(`${extension.origin}/workbench.html`);
});
