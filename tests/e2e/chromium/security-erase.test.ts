import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { startStepProvider } from '../support/step-provider.ts';

test.use({ ownBrowser: true });

test('erases flows, keys, settings and the session, after a second click', async ({
  extension,
  workbench,
}) => {
  await extension.allowReload();
  const provider = await startStepProvider();
  const { page } = workbench;
  await workbench.openTab('Keys');
  const keys = page.getByRole('tabpanel', { name: 'Keys', exact: true });
  await keys.getByLabel('Name', { exact: true }).fill('Gone soon');
  await keys.getByRole('button', { name: 'Generate', exact: true }).click();
  await expect(keys.getByRole('list', { name: 'Keys', exact: true })).toContainText('Gone soon');
  await workbench.openTab('Settings');
  await page.getByRole('switch', { name: 'Keep history' }).click();
  await extension.tab.goto(provider.authorizeUrl('erase-state', 1));
  await page.bringToFront();
  await workbench.openTab('Flows');
  await workbench.show('erase-state');

  await workbench.openTab('Settings');
  const button = page.getByRole('button', { name: 'Erase everything…' });
  await button.click();
  const dialog = page.getByRole('dialog', { name: 'Erase everything?' });
  await expect(dialog).toContainText('This cannot be undone');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep everything' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
  expect(
    await page.evaluate(async () => Object.keys(await chrome.storage.local.get(null)).length),
  ).toBeGreaterThan(0);

  await button.click();
  const closed = page.waitForEvent('close');
  await dialog.getByRole('button', { name: 'Erase everything now' }).click();
  await closed;

  const after = await test.step('opens the restarted extension', async () => {
    const fresh = await extension.context.newPage();
    await expect
      .poll(() =>
        fresh.goto(`${extension.origin}/workbench.html`).then(
          () => 'open',
          () => 'not yet',
        ),
      )
      .toBe('open');
    return fresh;
  });
  await expect(after.getByRole('combobox', { name: 'When to record' })).toHaveValue('while-open');
  const left = await after.evaluate(async () => {
    const databases = await indexedDB.databases();
    const counts: Record<string, number> = {};
    for (const { name = '' } of databases) {
      const opened = indexedDB.open(name);
      await new Promise((resolve) => {
        opened.onsuccess = resolve;
      });
      for (const store of opened.result.objectStoreNames) {
        const count = opened.result.transaction(store).objectStore(store).count();
        await new Promise((resolve) => {
          count.onsuccess = resolve;
        });
        counts[`${name} ${store}`] = count.result;
      }
      opened.result.close();
    }
    const text = JSON.stringify([
      await chrome.storage.local.get(null),
      await chrome.storage.session.get(null),
    ]);
    return { counts, text };
  });
  expect(Object.values(left.counts).filter((count) => count > 0)).toEqual([]);
  expect(left.text).not.toContain('erase-state');
  expect(left.text).not.toContain('settings:history');
  await provider.stop();
});
