import { expect, test } from '../support/fixtures.ts';

test('finds a callback that a tab shows and no listener reported, and says so', async ({
  sandbox,
  extension,
  background,
  workbench,
}) => {
  await extension.tab.goto(sandbox.urls.client);
  await extension.tab.evaluate(() => {
    history.pushState(null, '', '/callback?code=pushed-code&state=pushed-state');
  });
  await expect
    .poll(async () => {
      await background.call('lookAtTabs');
      return (await background.call('status')).missed;
    })
    .toBe(1);
  await workbench.show('pushed-state');
  expect(await workbench.copy('code')).toBe('pushed-code');
  await expect(workbench.flow).toContainText('found by looking at the tab');
  await expect(
    workbench.page.getByText(/1 callback was missed by the listeners and found in its tab/),
  ).toBeVisible();
});
