import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Sandbox } from '../../sandbox/start.ts';
import { violations } from '../support/axe.ts';
import { processesOf } from '../support/browser-process.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { filesHolding } from '../support/disk-text.ts';
import { test as base, expect } from '../support/fixtures.ts';
import type { FlowsPage } from '../support/flows-page.ts';
import { poll } from '../support/poll.ts';
import { makePrivateProfile } from '../support/private-profile.ts';

/** A profile folder that outlives a browser, and is gone after the test. */
const test = base.extend<{ readonly profile: string }>({
  profile: async ({ sandbox: _ }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'grantscope-history-'));
    await use(profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

const authorizeUrl = ({ urls }: Sandbox, state: string): string => {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'lab-client',
    redirect_uri: `${urls.client}/callback`,
    state,
  });
  return `${urls.lab}/authorize/302/query?${query}`;
};

async function keepHistory(workbench: FlowsPage, on: boolean): Promise<void> {
  await workbench.openTab('Settings');
  const keep = workbench.page.getByRole('switch', { name: 'Keep history' });
  await keep.click();
  await expect(keep).toBeChecked({ checked: on });
  await workbench.openTab('Flows');
}

async function recorded(profile: string): Promise<{ extension: ChromiumExtension; workbench: FlowsPage }> {
  const extension = await ChromiumExtension.launch({ profile });
  const workbench = await extension.openWorkbench();
  await workbench.record(true);
  return { extension, workbench };
}

async function signIn(page: Page, sandbox: Sandbox, ...states: readonly string[]): Promise<void> {
  for (const state of states) await page.goto(authorizeUrl(sandbox, state));
}

/** What the background has written to disk, in numbers. */
async function keptFlows(extension: ChromiumExtension): Promise<number> {
  const status = await (await extension.link()).call('status');
  return status.history?.flows ?? 0;
}

test('flows are there after the browser was restarted when history is kept', async ({ sandbox, profile }) => {
  const before = await recorded(profile);
  await keepHistory(before.workbench, true);
  await signIn(before.extension.tab, sandbox, 'kept-one', 'kept-two');
  await expect.poll(() => keptFlows(before.extension)).toBe(2);
  await before.extension.close();

  const after = await ChromiumExtension.launch({ profile });
  const workbench = await after.openWorkbench();
  await expect(workbench.rows).toHaveCount(2);
  await workbench.show('kept-one');
  await expect(workbench.flow).toContainText('kept from an earlier session');
  expect(await workbench.copy('state')).toBe('kept-one');
  await workbench.openPart('Hops');
  await expect.poll(async () => (await workbench.hopLines()).length).toBe(2);

  await workbench.openTab('Settings');
  await expect(
    workbench.page.getByText(/On disk: 2 of at most 10,000 flows, .* of at most 50 MB/),
  ).toBeVisible();
  expect(await violations(workbench.page)).toEqual([]);
  await after.close();
});

test('flows are gone after the browser was restarted when history is not kept', async ({
  sandbox,
  profile,
}) => {
  const before = await recorded(profile);
  await signIn(before.extension.tab, sandbox, 'not-kept');
  await expect(before.workbench.rows).toHaveCount(1);
  await before.extension.close();

  const after = await ChromiumExtension.launch({ profile });
  const workbench = await after.openWorkbench();
  await expect(workbench.page.getByText('Recording: now sign in')).toBeVisible();
  await expect(workbench.rows).toHaveCount(0);
  await after.close();
  expect(filesHolding(profile, 'not-kept')).toEqual([]);
});

test('switching history off wipes at the next start what was kept', async ({ sandbox, profile }) => {
  const first = await recorded(profile);
  await keepHistory(first.workbench, true);
  await signIn(first.extension.tab, sandbox, 'kept-once');
  await expect.poll(() => keptFlows(first.extension)).toBe(1);
  await first.extension.close();

  const second = await ChromiumExtension.launch({ profile });
  const again = await second.openWorkbench();
  await expect(again.rows).toHaveCount(1);
  await keepHistory(again, false);
  await second.close();

  const third = await ChromiumExtension.launch({ profile });
  const workbench = await third.openWorkbench();
  await expect(workbench.page.getByText('Recording: now sign in')).toBeVisible();
  await expect(workbench.rows).toHaveCount(0);
  await third.close();
});

test('nothing that was recorded is lost when the browser is killed', async ({ sandbox, profile }) => {
  const before = await recorded(profile);
  await keepHistory(before.workbench, true);
  await signIn(before.extension.tab, sandbox, 'killed-done');
  await before.extension.tab.goto(
    `${sandbox.urls.connectpay}/authorize?response_type=code&client_id=unknown&redirect_uri=x&state=killed-open`,
  );
  await expect.poll(() => keptFlows(before.extension)).toBe(2);
  const closed = before.extension.context.waitForEvent('close');
  const [browser] = processesOf(profile);
  if (browser === undefined) throw new Error('The browser’s process was not found.');
  process.kill(browser, 'SIGKILL');
  await closed;
  await poll(async () => processesOf(profile).length === 0, 'The browser’s processes ending', 30_000);
  await rm(join(profile, 'SingletonLock'), { force: true });

  const after = await ChromiumExtension.launch({ profile });
  const workbench = await after.openWorkbench();
  await expect(workbench.rows).toHaveCount(2);
  await workbench.show('killed-done');
  await expect(workbench.flow).toContainText('Code received');
  await workbench.show('killed-open');
  await expect(workbench.flow).toContainText('Browser closed before the callback');
  await after.close();
});

test('a flow of a private window is not there at the next start, although history is kept', async ({
  sandbox,
}) => {
  const profile = makePrivateProfile();
  const { extension, workbench } = await recorded(profile);
  await keepHistory(workbench, true);
  const background = await extension.link();
  await background.call('launch', {
    url: authorizeUrl(sandbox, 'secret-state'),
    target: 'private-window',
    profileId: 'oauth',
    environmentId: 'sandbox',
    state: 'secret-state',
  });
  await poll(async () => {
    const recent = await background.call('recentCallbacks', 10);
    return recent.find(({ state, marks }) => state === 'secret-state' && marks.includes('private'));
  }, 'A callback in the private window');
  await signIn(extension.tab, sandbox, 'open-state');
  await expect.poll(() => keptFlows(extension)).toBe(1);
  await extension.close();
  const after = await ChromiumExtension.launch({ profile });
  const later = await after.openWorkbench();
  await expect(later.rows).toHaveCount(1);
  await later.show('open-state');
  await after.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('flows are pinned, deleted one by one and as the filter shows them, and brought back', async ({
  sandbox,
  extension,
  workbench,
}) => {
  await signIn(extension.tab, sandbox, 'alpha-1', 'alpha-2', 'beta-1');
  await expect(workbench.rows).toHaveCount(3);
  const { page } = workbench;
  await workbench.show('beta-1');
  const pin = workbench.flow.getByRole('button', { name: 'Pin', exact: true });
  await pin.click();
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await expect(workbench.rows.first()).toContainText('pinned');

  await workbench.filter('state:alpha');
  await expect(workbench.rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Delete shown (2)' }).click();
  await expect(page.getByText('2 flows cleared')).toBeVisible();
  await workbench.filter('');
  await expect(workbench.rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(workbench.rows).toHaveCount(3);

  await workbench.show('alpha-1');
  await workbench.flow.getByRole('button', { name: 'Delete', exact: true }).click();
  await workbench.filter('');
  await expect(workbench.rows).toHaveCount(2);
  await workbench.rows.first().click();
  await workbench.list.press('Delete');
  await expect(workbench.rows).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
});

test('flows that were deleted stay deleted when the browser closes before it is too late to undo', async ({
  sandbox,
  profile,
}) => {
  const before = await recorded(profile);
  await keepHistory(before.workbench, true);
  await signIn(before.extension.tab, sandbox, 'deleted', 'stays');
  await expect.poll(() => keptFlows(before.extension)).toBe(2);
  await before.workbench.show('deleted');
  await before.workbench.flow.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(before.workbench.page.getByText('1 flow cleared')).toBeVisible();
  await before.extension.close();

  const after = await ChromiumExtension.launch({ profile });
  const workbench = await after.openWorkbench();
  await expect(workbench.rows).toHaveCount(1);
  await workbench.show('stays');
  await after.close();
});

test('a storage that cannot be opened is told of, and capturing goes on', async ({
  sandbox,
  extension,
  workbench,
}) => {
  await keepHistory(workbench, true);
  // As a profile that a newer version of the extension has used: this one cannot open its database.
  await workbench.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('grantscope-flows', 99);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await signIn(extension.tab, sandbox, 'in-memory');
  await expect(workbench.rows).toHaveCount(1);
  await workbench.show('in-memory');
  await expect(workbench.flow).toContainText('Code received');
  await expect(workbench.page.getByText(/not written to disk: .*1 flow is in memory only/)).toBeVisible();
});
