import { SETTING_NAMES } from '../../../lib/storage/read-settings.ts';
import { watchCanary } from '../support/canary.ts';
import { expect, test } from '../support/fixtures.ts';

/** Values that nothing of ours has, each written under every key at once. */
const FOREIGN: readonly unknown[] = [null, 'x', { a: null }];

const KEYS: readonly string[] = [
  ...SETTING_NAMES.map((name) => `settings:${name}`),
  ...['vault:root', 'vault:archive', 'vault:passphrase', 'session:flows', 'carried:observations'],
  ...['history:count', 'history:deleted', 'judged-as', 'profile:x', 'key:x', 'launch:x', 'steps:x'],
  'steps-secret:x',
];

test.use({ ownBrowser: true });

test('every page opens whatever the extension’s storage holds', async ({ extension }) => {
  test.setTimeout(240_000);
  const bare = await extension.openPage('devtools.html');
  const canary = watchCanary(extension.context);
  for (const value of FOREIGN) {
    await bare.evaluate(
      async ([keys, foreign]) => {
        await chrome.storage.local.set(Object.fromEntries(keys.map((key) => [key, foreign])));
      },
      [KEYS, value] as const,
    );
    // The next one reads all of it when it starts.
    await extension.stopWorker();
    const popup = await extension.openPage('popup.html');
    await expect(popup.getByRole('switch', { name: 'Record', exact: true })).toBeVisible();
    const welcome = await extension.openPage('welcome.html');
    await expect(welcome.getByRole('heading', { level: 1 })).toHaveText('Welcome to Grantscope');
    const hold = await extension.openPage('hold.html?id=none');
    await expect(hold.getByRole('heading', { level: 1 })).toBeVisible();
    const tabbed = [await extension.openPage('workbench.html'), await extension.openPage('panel.html')];
    for (const page of tabbed) {
      for (const name of ['Flows', 'Request', 'Token', 'DAuth', 'Steps', 'Keys', 'Settings']) {
        await page.getByRole('tab', { name, exact: true }).click();
        await expect(page.getByRole('tabpanel', { name, exact: true })).toBeVisible();
      }
    }
    await canary.expectQuiet();
    for (const page of [popup, welcome, hold, ...tabbed]) await page.close();
  }
});
