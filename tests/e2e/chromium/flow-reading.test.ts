import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import type { Sandbox } from '../../sandbox/start.ts';
import type { ChromiumExtension } from '../support/chromium.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { expect, test } from '../support/fixtures.ts';
import type { FlowsPage } from '../support/flows-page.ts';

/** Signs in, docked at the bottom, and shows the flow; gives its state. */
async function show(sandbox: Sandbox, extension: ChromiumExtension, workbench: FlowsPage): Promise<string> {
  const scenario = findScenario('openid-code');
  if (!scenario) throw new Error('The scenario is gone.');
  await workbench.page.setViewportSize({ width: 1000, height: 260 });
  const { state } = await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  await workbench.page.bringToFront();
  await expect(workbench.flow).toContainText(state);
  return state;
}

test('Ctrl with F looks in the part of the flow that has the focus, and in the list otherwise', async ({
  sandbox,
  extension,
  workbench,
}) => {
  const { page, flow } = workbench;
  const state = await show(sandbox, extension, workbench);
  await workbench.openPart('Callback');
  await flow.focus();
  await page.keyboard.press('Control+f');
  const box = flow.getByRole('searchbox', { name: 'Find in this part' });
  await expect(box).toBeFocused();
  await box.fill(state.toUpperCase());
  const count = flow.getByRole('search').getByRole('status');
  await expect(count).toHaveText(/^1 of [1-9]/);
  const marked = (): Promise<string> =>
    page.evaluate(() => [...(CSS.highlights.get('flow-found-current') ?? [])].map(String).join());
  expect(await marked()).toBe(state);
  await box.fill('no such text anywhere');
  await expect(count).toHaveText('Not found');
  expect(await marked()).toBe('');
  await page.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
  await expect(flow).toBeFocused();
  await page.getByRole('grid', { name: 'Flows' }).focus();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox', { name: 'Filter flows' })).toBeFocused();
});

test('arrow keys go from hop to hop, and the one that is open moves along', async ({
  sandbox,
  extension,
  workbench,
}) => {
  const { page, flow } = workbench;
  await show(sandbox, extension, workbench);
  const hop = (number: number) => flow.getByRole('button', { name: `Hop ${number}`, exact: true });
  await hop(1).focus();
  await page.keyboard.press('ArrowDown');
  await expect(hop(2)).toBeFocused();
  await expect(hop(2)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(hop(3)).toBeFocused();
  await expect(hop(3)).toHaveAttribute('aria-expanded', 'true');
  await expect(hop(2)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowUp');
  await expect(hop(2)).toBeFocused();
  await expect(hop(2)).toHaveAttribute('aria-expanded', 'true');
});

test('a docked diagram has one line for each message, and a message leads to its hop', async ({
  sandbox,
  extension,
  workbench,
}) => {
  const { flow } = workbench;
  await show(sandbox, extension, workbench);
  await workbench.openPart('Diagram');
  const picture = flow.getByRole('img', { name: /^Sequence diagram: / });
  await expect(picture).toBeVisible();
  const first = picture.getByText(/^1\. GET \/auth/);
  const second = picture.getByText(/^2\. /);
  await expect(first).toBeVisible();
  const [one, other] = [await first.boundingBox(), await second.boundingBox()];
  expect(Math.round((other?.y ?? 0) - (one?.y ?? 0))).toBe(16);
  await first.click();
  const hop = flow.getByRole('button', { name: 'Hop 1', exact: true });
  await expect(hop).toBeFocused();
  await expect(hop).toHaveAttribute('aria-expanded', 'true');
});
