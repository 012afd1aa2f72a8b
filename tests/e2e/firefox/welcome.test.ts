import { violations } from '../support/axe.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';

test('Firefox has keys for each shortcut and shows the first-run page', async ({ firefox }) => {
  const page = await firefox.openPage('welcome.html');
  const heading = (): Promise<string | null> => page.$eval('h1', (found) => found.textContent);
  await expect.poll(heading).toBe('Welcome to Grantscope');
  expect(await violations(page)).toEqual([]);
  const keys = (await page.evaluate(
    'browser.commands.getAll().then((all) => all.map(({ name, shortcut }) => [name, shortcut].join(" ")))',
  )) as string[];
  expect(keys.sort()).toEqual([
    'open-workbench Alt+Shift+G',
    'toggle-hold Alt+Shift+H',
    'toggle-record Alt+Shift+E',
  ]);
});

test.describe('after a temporary installation', () => {
  test.use({ firefoxOptions: { keepsFirstRun: true } });

  test('Firefox opens the first-run page by itself', async ({ firefox }) => {
    const urls = async (): Promise<readonly string[]> =>
      Promise.all((await firefox.browser.pages()).map((page) => firefox.addressOf(page)));
    await expect.poll(urls).toContain(`${firefox.origin}/welcome.html`);
  });
});
