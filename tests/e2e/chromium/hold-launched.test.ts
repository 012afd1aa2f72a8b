import { rm } from 'node:fs/promises';
import { ChromiumExtension } from '../support/chromium.ts';
import { expect, test } from '../support/fixtures.ts';
import { startHeld } from '../support/held-scenario.ts';
import { HoldPage } from '../support/hold-page.ts';
import { poll } from '../support/poll.ts';
import { makePrivateProfile } from '../support/private-profile.ts';

const ORDER = { profileId: 'oauth', environmentId: 'sandbox' } as const;

test('a launched request is held the first time, although its answer is posted at once', async ({
  sandbox,
  extension,
  background,
}) => {
  await background.call('setHold', { on: true });
  const { url, state } = await startHeld('lab-channel-form_post', sandbox);
  const opened = extension.context.waitForEvent('page');
  await background.call('launch', { ...ORDER, url, state, target: 'new-tab' });
  const tab = await opened;
  const page = await HoldPage.beside(tab);
  expect(sandbox.inbox.callbacks()).toEqual([]);
  await page.press('Release unmodified');
  await tab.waitForSelector('#callback');
  expect(new URLSearchParams(sandbox.inbox.callbacks()[0]?.body).get('state')).toBe(state);
});

test('a callback in a private window is held without a page, and released by the panel', async ({
  sandbox,
}) => {
  const profile = makePrivateProfile();
  const extension = await ChromiumExtension.launch({ profile });
  try {
    const background = await extension.link();
    await background.call('setHold', { on: true });
    const { url, state } = await startHeld('lab-channel-query', sandbox);
    await background.call('launch', { ...ORDER, url, state, target: 'private-window' });
    const held = await poll(async () => {
      const recent = await background.call('recentCallbacks', 10);
      return recent.find(({ status, marks }) => status === 'held' && marks.includes('private'));
    }, 'A held callback in the private window');
    expect(sandbox.inbox.callbacks()).toEqual([]);
    await background.call('release', held.id, { as: 'it was' });
    await expect
      .poll(() => sandbox.inbox.callbacks().map(({ search }) => search))
      .toEqual([expect.stringContaining(`state=${state}`)]);
    await expect
      .poll(async () => (await background.call('flow', held.id))?.callback?.delivery)
      .toBe('answered');
  } finally {
    await extension.close();
    await rm(profile, { recursive: true, force: true });
  }
});
