import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { copyBuild } from '../support/build.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { expect, test } from '../support/fixtures.ts';
import { scenarioNamed, startHeld } from '../support/held-scenario.ts';
import { HoldPage } from '../support/hold-page.ts';

const open = async (tab: Page, url: string): Promise<void> => {
  // A navigation that is stopped makes goto reject.
  await tab.goto(url, { waitUntil: 'commit' }).catch(() => undefined);
};

const codeIn = (url: string): string | null => new URL(url).searchParams.get('code');

test('the switch in the toolbar holds callbacks, and the detail of the flow releases them', async ({
  sandbox,
  extension,
  workbench,
}) => {
  await workbench.page.getByRole('switch', { name: 'Hold callbacks', exact: true }).click();
  await expect(workbench.page.getByRole('switch', { name: 'Hold callbacks', exact: true })).toBeChecked();
  const { url, state } = await startHeld('lab-channel-query', sandbox);
  await open(extension.tab, url);
  await HoldPage.beside(extension.tab);
  await workbench.page.bringToFront();
  await workbench.show(state);
  await expect(workbench.flow).toContainText('is held');
  await expect(workbench.page.getByText('1 held')).toBeVisible();
  const detail = new HoldPage(workbench.page, workbench.flow);
  await detail.press('Replace code');
  const replaced = await detail.value('code').inputValue();
  expect(replaced).toMatch(/^replaced-/);
  await detail.value('code').fill('typed by hand');
  await detail.press('Release');
  await extension.tab.waitForSelector('#callback');
  expect(codeIn(extension.tab.url())).toBe('typed by hand');
  expect(new URL(extension.tab.url()).searchParams.get('state')).toBe(state);
  await expect(workbench.flow.getByRole('region', { name: 'Hold', exact: true })).toContainText(
    'typed by hand',
  );
});

test('an error is injected in place of the code', async ({ sandbox, extension, background }) => {
  await background.call('setHold', { on: true });
  const { url, state } = await startHeld('lab-channel-query', sandbox);
  await open(extension.tab, url);
  const page = await HoldPage.beside(extension.tab);
  await page.press('Inject error access_denied');
  await page.press('Release');
  await extension.tab.waitForSelector('#callback');
  expect([...new URL(extension.tab.url()).searchParams]).toEqual([
    ['state', state],
    ['error', 'access_denied'],
    ['error_description', 'Injected by Grantscope'],
  ]);
});

test('only callbacks to a chosen redirect URI are held', async ({ sandbox, extension, background }) => {
  await background.call('setHold', { on: true, only: [`${sandbox.urls.client}/cb/other`] });
  const { url } = await startHeld('lab-channel-query', sandbox);
  await extension.tab.goto(url);
  await extension.tab.waitForSelector('#callback');
  const chosen = `${sandbox.urls.client}/callback`;
  await background.call('setHold', { on: true, only: [chosen] });
  await open(extension.tab, (await startHeld('lab-channel-query', sandbox)).url);
  await HoldPage.beside(extension.tab);
  const { hold } = await background.call('status');
  expect(hold).toEqual({ on: true, only: [chosen], known: [chosen], unreachable: [] });
});

test('switching Hold off releases nothing, and later callbacks arrive', async ({
  sandbox,
  extension,
  background,
}) => {
  await background.call('setHold', { on: true });
  await open(extension.tab, (await startHeld('lab-channel-query', sandbox)).url);
  const page = await HoldPage.beside(extension.tab);
  await page.press('switch Hold off');
  await expect(page.page.getByText('Hold is switched off; this one waits until you decide.')).toBeVisible();
  expect(sandbox.inbox.callbacks()).toEqual([]);
  const other = await extension.context.newPage();
  await other.goto((await startHeld('lab-channel-query', sandbox)).url);
  await other.waitForSelector('#callback');
  await page.press('Release unmodified');
  await extension.tab.waitForSelector('#callback');
  expect(sandbox.inbox.callbacks()).toHaveLength(2);
});

test('two tabs are held at once and released each with its own values', async ({
  sandbox,
  extension,
  background,
}) => {
  await background.call('setHold', { on: true });
  const tabs = [extension.tab, await extension.context.newPage()] as const;
  const states: string[] = [];
  for (const tab of tabs) {
    const { url, state } = await startHeld('lab-channel-query', sandbox);
    states.push(state);
    await open(tab, url);
  }
  const pages = [await HoldPage.beside(tabs[0]), await HoldPage.beside(tabs[1])] as const;
  await pages[1].press('Release unmodified');
  await tabs[1].waitForSelector('#callback');
  await expect(pages[0].page.getByRole('heading', { level: 1, name: 'Callback held' })).toBeVisible();
  await pages[0].press('Release unmodified');
  await tabs[0].waitForSelector('#callback');
  expect(tabs.map((tab) => new URL(tab.url()).searchParams.get('state'))).toEqual(states);
});

test('the editor that was opened closes with its release, one that the user opened stays, and the callback is in front', async ({
  sandbox,
  extension,
  background,
}) => {
  await background.call('setHold', { on: true });
  await open(extension.tab, (await startHeld('lab-channel-query', sandbox)).url);
  const opened = await HoldPage.beside(extension.tab);
  const own = await extension.context.newPage();
  await own.goto(opened.page.url());
  await expect(own.getByRole('heading', { level: 1, name: 'Callback held' })).toBeVisible();
  await new HoldPage(own).press('Release unmodified');
  await extension.tab.waitForSelector('#callback');
  await expect.poll(() => opened.page.isClosed()).toBe(true);
  await expect(own.getByRole('heading', { level: 1, name: 'Callback no longer held' })).toBeVisible();
  const inFront = () =>
    own.evaluate(async () => (await chrome.tabs.query({ active: true })).map(({ url }) => url));
  await expect.poll(inFront).toContain(extension.tab.url());
});

test('the popup releases a held callback', async ({ sandbox, extension }) => {
  const popup = await extension.openPopup();
  await popup.page.getByRole('switch', { name: 'Hold callbacks', exact: true }).click();
  await expect(popup.recordSwitch).toBeChecked();
  const { url, state } = await startHeld('lab-channel-fragment', sandbox);
  await open(extension.tab, url);
  await HoldPage.beside(extension.tab);
  await popup.page.bringToFront();
  const item = popup.callbacks.getByRole('listitem').first();
  await expect(item).toContainText('Held');
  await item.getByRole('button', { name: 'Release unmodified', exact: true }).click();
  await extension.tab.waitForSelector('#callback');
  expect(new URL(extension.tab.url()).hash).toContain(`state=${state}`);
});

test('a held callback survives the end of the worker, and is released by the next one', async ({
  sandbox,
  extension,
  background,
}) => {
  await background.call('setHold', { on: true });
  const { url, state } = await startHeld('lab-channel-query', sandbox);
  await open(extension.tab, url);
  const page = await HoldPage.beside(extension.tab);
  await extension.stopWorker();
  await page.press('Release unmodified');
  await extension.tab.waitForSelector('#callback');
  expect(new URL(extension.tab.url()).searchParams.get('state')).toBe(state);
  expect(sandbox.inbox.callbacks()).toHaveLength(1);
});

test('a callback is held although the worker had ended before it came', async ({
  sandbox,
  extension,
  background,
}) => {
  const chosen = `${sandbox.urls.client}/callback`;
  await background.call('setHold', { on: true, only: [chosen] });
  await extension.stopWorker();
  await open(extension.tab, (await startHeld('lab-channel-form_post', sandbox)).url);
  await HoldPage.beside(extension.tab);
  expect(sandbox.inbox.callbacks()).toEqual([]);
});

test('a callback in a popup window is held there', async ({ sandbox, extension, background }) => {
  await background.call('setHold', { on: true });
  const scenario = scenarioNamed('lab-launch-popup');
  const { url, state } = await scenario.start(sandbox);
  await extension.tab.goto(url);
  const opened = extension.context.waitForEvent('page');
  await extension.tab.click('#open');
  const popup = await opened;
  const page = await HoldPage.beside(popup);
  await page.press('Release unmodified');
  await extension.tab.waitForSelector('#state[data-returned]');
  expect(sandbox.inbox.callbacks().map(({ search }) => new URLSearchParams(search).get('state'))).toEqual([
    state,
  ]);
});

test('a callback in a frame of the application is held, and goes on in the frame', async ({
  sandbox,
  extension,
  background,
}) => {
  const chosen = `${sandbox.urls.client}/callback`;
  await background.call('setHold', { on: true, only: [chosen] });
  const started = await scenarioNamed('lab-launch-iframe').start(sandbox);
  await extension.tab.goto(started.url.replace('%2Fauthorize', encodeURIComponent('/authorize/302/query')));
  await extension.tab.click('#open');
  const page = await HoldPage.beside(extension.tab);
  expect(sandbox.inbox.callbacks()).toEqual([]);
  await page.press('Release unmodified');
  await extension.tab.waitForSelector('#state[data-returned]');
  await expect(
    extension.tab.frameLocator('#frame').getByRole('heading', { name: 'Callback received' }),
  ).toBeVisible();
  expect(sandbox.inbox.callbacks()).toHaveLength(1);
});

test('a callback posted in a frame goes on in a tab of its own, and its flow says so', async ({
  sandbox,
  extension,
  background,
}) => {
  const chosen = `${sandbox.urls.client}/callback`;
  await background.call('setHold', { on: true, only: [chosen] });
  const started = await scenarioNamed('lab-launch-iframe').start(sandbox);
  await extension.tab.goto(
    started.url.replace('%2Fauthorize', encodeURIComponent('/authorize/302/form_post')),
  );
  await extension.tab.click('#open');
  const page = await HoldPage.beside(extension.tab);
  await expect(page.page.getByText('It goes on in a tab of its own')).toBeVisible();
  const opened = extension.context.waitForEvent('page');
  await page.press('Release unmodified');
  await (await opened).waitForSelector('#callback');
  expect(sandbox.inbox.callbacks()).toHaveLength(1);
  const [recent] = await background.call('recentCallbacks', 1);
  expect(recent?.marks).toContain('released-unfaithfully');
});

test('a redirect to a custom scheme is held', async ({ sandbox, extension, background }) => {
  await background.call('setHold', { on: true, only: ['myapp://callback'] });
  const { url, state } = await startHeld('lab-scheme-302', sandbox);
  await open(extension.tab, url);
  const page = await HoldPage.beside(extension.tab);
  await expect(page.value('state')).toHaveValue(state);
  await page.press('Drop');
  await expect(page.page.getByRole('heading', { level: 1, name: 'Callback no longer held' })).toBeVisible();
});

test('the inner callback of an identity broker goes through, the outer one is held', async ({
  sandbox,
  extension,
  background,
}) => {
  await background.call('setHold', { on: true });
  const scenario = scenarioNamed('lab-federated');
  const { url, state } = await scenario.start(sandbox);
  const driver = playwrightDriver(extension.tab);
  await driver.goto(url);
  await driver.waitFor('#username');
  await scenario.drive({
    ...driver,
    waitFor: (selector) => (selector === '#callback' ? Promise.resolve() : driver.waitFor(selector)),
  });
  const page = await HoldPage.beside(extension.tab);
  await expect(page.value('state')).toHaveValue(state);
  expect(sandbox.inbox.callbacks()).toEqual([]);
});

test('the page of a forged address shows nothing and does nothing', async ({
  sandbox,
  extension,
  background,
}) => {
  await background.call('setHold', { on: true });
  for (const query of ['?id=forged&error=%3Cb%3Eowned', '?go=forged', '']) {
    const page = await extension.openPage(`hold.html${query}`);
    await expect(
      page.getByText(/Nothing is held here|There is nothing to release here/).first(),
    ).toBeVisible();
    await expect(page.getByRole('button')).toHaveText(['Open workbench']);
    expect(await page.textContent('body')).not.toContain('owned');
  }
  await extension.tab.goto(sandbox.urls.client);
  await extension.tab.evaluate((url) => location.assign(url), `${extension.origin}/hold.html?id=1`);
  await expect.poll(() => extension.tab.url()).not.toContain('hold.html');
});

test('a browser that was closed with a callback held blocks nothing afterwards', async ({ sandbox }) => {
  const profile = await mkdtemp(join(tmpdir(), 'grantscope-held-'));
  const first = await ChromiumExtension.launch({ profile });
  await (await first.link()).call('setHold', { on: true });
  await open(first.tab, (await startHeld('lab-channel-query', sandbox)).url);
  await HoldPage.beside(first.tab);
  await first.close();

  const second = await ChromiumExtension.launch({ profile });
  const background = await second.link();
  expect((await background.call('status')).hold).toEqual({ on: false, known: [], unreachable: [] });
  const tab = await second.context.newPage();
  await tab.goto((await startHeld('lab-channel-query', sandbox)).url);
  await tab.waitForSelector('#callback');
  await second.close();
  await rm(profile, { recursive: true, force: true });
});

test('says where a callback cannot be held for want of access', async ({ sandbox }) => {
  const directory = await copyBuild('chromium', ({ host_permissions, ...manifest }) => manifest);
  const extension = await ChromiumExtension.launch({ directory });
  const workbench = await extension.openWorkbench();
  await (await extension.link()).call('setHold', { on: true, only: [`${sandbox.urls.client}/callback`] });
  await workbench.page.bringToFront();
  await expect(workbench.page.getByText('Callbacks to 127.0.0.1 cannot be held')).toBeVisible();
  await expect(
    workbench.page.getByRole('button', { name: 'Allow access to 127.0.0.1', exact: true }).first(),
  ).toBeEnabled();
  await extension.close();
  await rm(directory, { recursive: true });
});
