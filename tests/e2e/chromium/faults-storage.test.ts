import { mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { violations } from '../support/axe.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { holdClosed, holdWriting } from '../support/held-database.ts';
import {
  expectWhole,
  generateKey,
  keepHistory,
  keptFlows,
  oneKept,
  signIn,
} from '../support/kept-history.ts';
import { codeOf, type StepProvider, startStepProvider } from '../support/step-provider.ts';

const FLOWS = 'grantscope-flows';
const KEYS = 'grantscope-keys';

interface Fixtures {
  readonly provider: StepProvider;
  /** A profile folder that outlives a browser, and is gone after the test. */
  readonly profile: string;
}

const test = base.extend<Fixtures>({
  provider: async ({ headless: _ }, use) => {
    const provider = await startStepProvider();
    await use(provider);
    await provider.stop();
  },
  profile: async ({ headless: _ }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'grantscope-faults-'));
    await use(profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

test.use({ ownBrowser: true });

test('a full disk: says so, captures in memory, and writes what waited once there is room', async ({
  extension,
  provider,
}) => {
  const control = await extension.context.newCDPSession(extension.tab);
  const allow = (quota: { readonly quotaSize?: number }) =>
    control.send('Storage.overrideQuotaForOrigin', { origin: extension.origin, ...quota });
  await allow({ quotaSize: 1 });
  const workbench = await extension.openWorkbench();
  await keepHistory(workbench);
  await signIn(extension, provider, 'full-one');
  await signIn(extension, provider, 'full-two');
  const submitted = workbench.page.getByText(
    'not written to disk: the disk is full; 2 flows are in memory only',
  );
  await expect(submitted).toBeVisible();
  await expectWhole(workbench, 'full-one', 'full-two');
  expect(await keptFlows(extension)).toBe(0);
  await workbench.openTab('Settings');
  await expect(workbench.page.getByText('Capturing goes on in memory')).toBeVisible();
  expect(await violations(workbench.page)).toEqual([]);

  await workbench.openTab('Keys');
  const keys = workbench.page.getByRole('tabpanel', { name: 'Keys', exact: true });
  await keys.getByLabel('Name', { exact: true }).fill('No room');
  await keys.getByRole('button', { name: 'Generate', exact: true }).click();
  await expect(keys.getByText('The key No room could not be stored')).toContainText('Free some disk space');
  await workbench.openTab('Flows');

  await allow({});
  await expect.poll(() => keptFlows(extension)).toBe(2);
  await expect(submitted).toHaveCount(0);
  await signIn(extension, provider, 'room-again');
  await expect.poll(() => keptFlows(extension)).toBe(3);
  await expectWhole(workbench, 'full-one', 'full-two', 'room-again');
});

test('a database that never opens: the background starts, says so, and goes on when it opens', async ({
  extension,
  provider,
}) => {
  const workbench = await oneKept(extension, provider);
  const holder = await extension.openPage('devtools.html');
  const held = await holdClosed(holder, FLOWS);
  await extension.stopWorker();
  await signIn(extension, provider, 'meanwhile');
  const submitted = workbench.page.getByText(
    'not written to disk: the browser’s storage failed (it does not answer',
  );
  await expect(submitted).toBeVisible();
  await expect(submitted).toContainText('2 flows are in memory only');
  await expectWhole(workbench, 'before', 'meanwhile');

  await held.release();
  await expect.poll(() => keptFlows(extension)).toBe(2);
  await expect(submitted).toHaveCount(0);
  await expectWhole(workbench, 'before', 'meanwhile');
});

test('a database in which another page writes without end: says so, and writes when that ends', async ({
  extension,
  provider,
}) => {
  const workbench = await oneKept(extension, provider);
  const held = await holdWriting(await extension.openPage('devtools.html'), FLOWS);
  await signIn(extension, provider, 'meanwhile');
  const submitted = workbench.page.getByText('it does not answer; another page or window may hold it');
  await expect(submitted).toBeVisible();
  await expectWhole(workbench, 'before', 'meanwhile');
  await held.release();
  await expect.poll(() => keptFlows(extension)).toBe(2);
  await expect(submitted).toHaveCount(0);
});

test('a key database that never opens: the Keys tab says so, and the rest works', async ({
  extension,
  provider,
}) => {
  const workbench = await extension.openWorkbench();
  await workbench.record(true);
  await generateKey(workbench, 'Behind the door');
  const held = await holdClosed(await extension.openPage('devtools.html'), KEYS);
  await workbench.page.reload();
  await workbench.openTab('Keys');
  await expect(workbench.page.getByText('The stored keys cannot be read: it does not answer')).toContainText(
    'everything that needs no stored key works meanwhile',
  );
  await workbench.openTab('Flows');
  await signIn(extension, provider, 'without-keys');
  await expectWhole(workbench, 'without-keys');
  await held.release();
  // Letting go let the deletion happen: of that the tab tells as well.
  await workbench.openTab('Keys');
  await expect(workbench.page.getByText('1 key is gone: Behind the door')).toBeVisible();
});

/** Ways in which files of a database go bad and the browser empties it, given the files by name. */
const DAMAGES: Readonly<Record<string, (folder: string) => void>> = {
  'its manifest cut': (folder) => {
    for (const file of filesOf(folder, 'MANIFEST')) truncateSync(file, 5);
  },
  'its log overwritten': (folder) => {
    // What was written last may have gone into a table already.
    for (const file of [...filesOf(folder, '.log'), ...filesOf(folder, '.ldb')])
      writeFileSync(file, readFileSync(file).fill(0x5a));
  },
};

const folderOf = (profile: string, { origin }: ChromiumExtension): string =>
  join(profile, 'Default', 'IndexedDB', `chrome-extension_${origin.split('/')[2]}_0.indexeddb.leveldb`);

const filesOf = (folder: string, part: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.includes(part))
    .map((name) => join(folder, name));

for (const [kind, damage] of Object.entries(DAMAGES)) {
  test(`a damaged database (${kind}): says which flows and keys are gone, and keeps the next ones`, async ({
    provider,
    profile,
  }) => {
    // Three browsers, one after the other.
    test.setTimeout(240_000);
    const before = await ChromiumExtension.launch({ profile });
    const first = await before.openWorkbench();
    await keepHistory(first);
    await generateKey(first, 'Lost key');
    await signIn(before, provider, 'lost-one');
    await signIn(before, provider, 'lost-two');
    await expect.poll(() => keptFlows(before)).toBe(2);
    // What should be there is noted after it was written.
    const page = await before.openPage('devtools.html');
    const noted = () =>
      page.evaluate(async () => (await chrome.storage.local.get('history:count'))['history:count']);
    await expect.poll(noted).toBe(2);
    await before.close();
    damage(folderOf(profile, before));

    const extension = await ChromiumExtension.launch({ profile });
    const workbench = await extension.openWorkbench();
    await expect(workbench.page.getByText('2 flows on disk are gone: the browser found')).toBeVisible();
    await signIn(extension, provider, 'after-damage');
    await expectWhole(workbench, 'after-damage');
    await expect.poll(() => keptFlows(extension)).toBe(1);
    await workbench.openTab('Keys');
    const gone = workbench.page.getByText('1 key is gone: Lost key (PS256)');
    await expect(gone).toContainText('Import or generate them again');
    expect(await violations(workbench.page)).toEqual([]);
    await workbench.page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(gone).toHaveCount(0);
    await extension.close();

    const again = await ChromiumExtension.launch({ profile });
    const last = await again.openWorkbench();
    await expectWhole(last, 'after-damage');
    await expect(last.page.getByText('are gone')).toHaveCount(0);
    await again.close();
  });
}

test('a database that cannot be opened after a restart: says so, and brings everything back once it can', async ({
  provider,
  profile,
}) => {
  const before = await ChromiumExtension.launch({ profile });
  const first = await before.openWorkbench();
  await keepHistory(first);
  await generateKey(first, 'Kept key');
  await signIn(before, provider, 'earlier');
  await expect.poll(() => keptFlows(before)).toBe(1);
  await before.close();
  const current = join(folderOf(profile, before), 'CURRENT');
  const sound = readFileSync(current);
  writeFileSync(current, 'no file of this database\n');

  const extension = await ChromiumExtension.launch({ profile });
  const workbench = await extension.openWorkbench();
  await signIn(extension, provider, 'in-memory');
  const submitted = workbench.page.getByText(/not written to disk: .*1 flow is in memory only/);
  await expect(submitted).toBeVisible();
  await expectWhole(workbench, 'in-memory');
  await workbench.openTab('Keys');
  const failure = workbench.page.getByText('The stored keys cannot be read');
  await expect(failure).toContainText('Close the browser and start it again');
  await workbench.openTab('Token');
  await workbench.page
    .getByRole('textbox', { name: 'Token', exact: true })
    .fill('eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.');
  await expect(workbench.page.getByRole('region', { name: 'Payload' })).toContainText('alice');
  await workbench.openTab('Flows');

  writeFileSync(current, sound);
  await expect(submitted).toHaveCount(0);
  await expect.poll(() => keptFlows(extension)).toBe(2);
  await expectWhole(workbench, 'in-memory', 'earlier');
  await workbench.openTab('Keys');
  await expect(workbench.page.getByRole('list', { name: 'Keys', exact: true })).toContainText('Kept key');
  await expect(failure).toHaveCount(0);
  await extension.close();
});

test('no room in the session’s storage while the worker restarts: ended flows stay whole, the rest is counted', async ({
  extension,
  provider,
  workbench,
}) => {
  const bare = await extension.openPage('devtools.html');
  await signIn(extension, provider, 'before');
  await expectWhole(workbench, 'before');
  await bare.evaluate(async () => {
    const area = chrome.storage.session;
    const room = area.QUOTA_BYTES - (await area.getBytesInUse()) - 200;
    await area.set({ junk: 'x'.repeat(room) });
  });
  await signIn(extension, provider, 'meanwhile');
  await expectWhole(workbench, 'before', 'meanwhile');
  await extension.stopWorker();
  await workbench.page.reload();
  await expectWhole(workbench, 'before', 'meanwhile');

  await extension.tab.goto(provider.pagedUrl(`waiting-${'x'.repeat(2_000)}`, 1));
  await expect(workbench.page.getByText(/[1-9]\d* dropped: .*quota/i)).toBeVisible();
  await bare.evaluate(() => chrome.storage.session.remove('junk'));
  const dropped = (await (await extension.link()).call('status')).dropped;
  await signIn(extension, provider, 'after');
  await workbench.show('after');
  await expect(workbench.flow).toContainText(codeOf('after'));
  await extension.stopWorker();
  await workbench.page.reload();
  for (const state of ['before', 'meanwhile', 'after']) {
    await workbench.show(state);
    await expect(workbench.flow).toContainText(codeOf(state));
  }
  expect((await (await extension.link()).call('status')).dropped).toBe(dropped);
});
