import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { expect, test } from '../support/fixtures.ts';
import { keepHistory, keptFlows, signIn } from '../support/kept-history.ts';
import { codeOf, startStepProvider } from '../support/step-provider.ts';

async function unlock(page: Page, passphrase: string): Promise<void> {
  const form = page.getByRole('form', { name: 'History is locked' }).first();
  await form.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await form.getByRole('button', { name: 'Unlock' }).click();
}

test('a passphrase locks the history: by a click, over a stopped worker and a restart of the browser', async () => {
  test.setTimeout(240_000);
  const provider = await startStepProvider();
  const profile = mkdtempSync(join(tmpdir(), 'grantscope-lock-'));
  const first = await ChromiumExtension.launch({ profile });
  const workbench = await first.openWorkbench();
  const { page } = workbench;
  page.setDefaultTimeout(30_000);
  await keepHistory(workbench);
  await signIn(first, provider, 'kept');
  await expect.poll(() => keptFlows(first)).toBe(1);
  await page.bringToFront();
  await workbench.openTab('Settings');
  const lock = page.getByRole('form', { name: 'Lock', exact: true });
  await lock.getByLabel('Passphrase', { exact: true }).fill('correct horse');
  await lock.getByLabel('Repeat the passphrase').fill('correct horse');
  await lock.getByRole('button', { name: 'Set passphrase' }).click();
  await expect(lock.getByRole('button', { name: 'Lock now' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await lock.getByRole('button', { name: 'Lock now' }).click();
  await expect(page.getByRole('form', { name: 'History is locked' }).last()).toBeVisible();
  expect(
    await page.evaluate(async () => (await chrome.storage.session.get(null))['vault:archive']),
  ).toBeUndefined();
  await workbench.openTab('Flows');
  await expect(workbench.rows).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  await first.stopWorker();
  await page.bringToFront();
  await unlock(page, 'wrong horse');
  await expect(page.getByText('This is not the passphrase of the history.').first()).toBeVisible();
  await expect(workbench.rows).toHaveCount(0);
  await unlock(page, 'correct horse');
  await expect(workbench.rows).toHaveCount(1);
  await workbench.show('kept');
  await expect(workbench.flow).toContainText(codeOf('kept'));
  await first.close();

  const second = await ChromiumExtension.launch({ profile });
  const later = await second.openWorkbench();
  await expect(later.page.getByText('History is locked.').first()).toBeVisible();
  await expect(later.rows).toHaveCount(0);
  await unlock(later.page, 'correct horse');
  await expect(later.rows).toHaveCount(1);
  await second.close();
  await provider.stop();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});
