import { expect, test } from '../support/fixtures.ts';

/** Tells the background of a shortcut, as the browser does when its keys are pressed. */
interface CommandEvent {
  dispatch(name: string): void;
}

test('shortcuts switch recording and holding, and open the workbench', async ({ extension, background }) => {
  const press = async (name: string): Promise<void> => {
    await extension.worker()?.evaluate((command) => {
      (chrome.commands.onCommand as unknown as CommandEvent).dispatch(command);
    }, name);
  };
  expect((await background.call('status')).recording).toBe(false);
  await press('toggle-record');
  await expect.poll(async () => (await background.call('status')).recording).toBe(true);
  await expect.poll(() => extension.worker()?.evaluate(() => chrome.action.getBadgeText({}))).toBe('on');
  await press('toggle-record');
  await expect.poll(async () => (await background.call('status')).recording).toBe(false);
  await press('toggle-hold');
  await expect.poll(async () => (await background.call('status')).hold.on).toBe(true);
  const opened = extension.context.waitForEvent('page');
  await press('open-workbench');
  expect((await opened).url()).toBe(`${extension.origin}/workbench.html`);
});

test('the Settings tab shows the keys of each shortcut', async ({ workbench }) => {
  await workbench.openTab('Settings');
  const part = workbench.page.getByRole('region', { name: 'Shortcuts', exact: true });
  await expect(part).toContainText('Start or stop recording');
  await expect(part).toContainText('Start or stop holding callbacks');
  await expect(part.locator('kbd')).toHaveCount(3);
});
