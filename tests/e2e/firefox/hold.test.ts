import type { Page } from 'puppeteer-core';
import type { Flow } from '../../../lib/flow/types.ts';
import { deliveredParameters } from '../support/delivered.ts';
import type { FirefoxExtension } from '../support/firefox.ts';
import { expect, firefoxTest, sharedFirefoxTest as test } from '../support/fixtures.ts';
import { HELD_CHANNELS, scenarioNamed, startHeld } from '../support/held-scenario.ts';
import { patient } from '../support/patient.ts';
import { poll } from '../support/poll.ts';

/** Goes to a URL whose last redirect is stopped; the driver never hears how that ends. */
function leave(tab: Page, url: string): void {
  void tab.goto(url, { timeout: 1_000 }).catch(() => undefined);
}

/** Waits until the page of a callback that was stopped in a tab is shown beside it. */
async function heldPage(firefox: FirefoxExtension, tab: Page): Promise<Page> {
  return poll(async () => {
    // A tab that waits answers no questions.
    const others = (await firefox.browser.pages()).filter((page) => page !== tab);
    for (const page of others.toReversed()) {
      const [href, heading] = await page.evaluate(() => [
        location.href,
        document.querySelector('h1')?.textContent?.trim(),
      ]);
      if (href?.startsWith(`${firefox.origin}/hold.html?id=`) && heading === 'Callback held') return page;
    }
    return undefined;
  }, 'The hold page beside the tab');
}

const press = (tab: Page, name: string): Promise<void> =>
  patient(tab, `::-p-aria(${name}[role="button"])`).click();

const arrived = (tab: Page): Promise<boolean> =>
  poll(() => tab.evaluate(() => document.querySelector('#callback') !== null), 'The callback page');

const urlOf = (tab: Page): Promise<string> => tab.evaluate(() => location.href);

async function flowOf(firefox: FirefoxExtension, state: string): Promise<Flow> {
  const background = await firefox.link();
  const recent = await background.call('recentCallbacks', 50);
  const summary = recent.find((one) => one.state === state);
  const flow = summary && (await background.call('flow', summary.id));
  await background.page.close();
  if (!flow) throw new Error(`There is no callback with the state ${state}.`);
  return flow;
}

const setHold = async (firefox: FirefoxExtension, on: boolean): Promise<void> => {
  const background = await firefox.link();
  await background.call('setHold', { on });
  await background.page.close();
};

test.afterEach(async ({ firefox }) => {
  await setHold(firefox, false);
});

for (const id of HELD_CHANNELS) {
  test(`Firefox holds a callback and releases it as it was (${id})`, async ({ sandbox, firefox }) => {
    await setHold(firefox, true);
    const { url, state } = await startHeld(id, sandbox);
    const tab = await firefox.newTab();
    leave(tab, url);
    const page = await heldPage(firefox, tab);
    expect(sandbox.inbox.callbacks()).toEqual([]);
    const held = await flowOf(firefox, state);
    expect(held.status).toBe('held');
    await press(page, 'Release unmodified');
    await arrived(tab);
    const { search = '', body = '', method } = sandbox.inbox.callbacks()[0] ?? {};
    const hash = new URL(await urlOf(tab)).hash.slice(1);
    const received = [
      ...new URLSearchParams(search),
      ...new URLSearchParams(body),
      ...new URLSearchParams(hash),
    ];
    const came = held.callback?.response.parameters.map(({ name, value }) => [name, value]);
    expect(received).toEqual(came);
    expect(method).toBe(held.callback?.method);
    expect(sandbox.inbox.callbacks()).toHaveLength(1);
    await expect
      .poll(async () => {
        const { status, callback } = await flowOf(firefox, state);
        return { status, delivery: callback?.delivery };
      })
      .toEqual({ status: 'completed', delivery: 'answered' });
  });

  test(`Firefox releases a callback with a state that was tampered with (${id})`, async ({
    sandbox,
    firefox,
  }) => {
    await setHold(firefox, true);
    const { url, state } = await startHeld(id, sandbox);
    const tab = await firefox.newTab();
    leave(tab, url);
    const page = await heldPage(firefox, tab);
    await press(page, 'Tamper state');
    await press(page, 'Release');
    await arrived(tab);
    expect(deliveredParameters(sandbox, await urlOf(tab))?.get('state')).toBe(`${state}-tampered`);
  });

  test(`Firefox drops a callback, which never arrives (${id})`, async ({ sandbox, firefox }) => {
    await setHold(firefox, true);
    const { url, state } = await startHeld(id, sandbox);
    const tab = await firefox.newTab();
    leave(tab, url);
    const page = await heldPage(firefox, tab);
    await press(page, 'Drop');
    await expect.poll(async () => (await flowOf(firefox, state)).status).toBe('abandoned');
    expect(sandbox.inbox.callbacks()).toEqual([]);
  });
}

test('Firefox holds a redirect to a custom scheme', async ({ sandbox, firefox }) => {
  await setHold(firefox, true);
  const { url, state } = await startHeld('lab-scheme-302', sandbox);
  const tab = await firefox.newTab();
  leave(tab, url);
  await heldPage(firefox, tab);
  expect((await flowOf(firefox, state)).status).toBe('held');
});

test('Firefox holds a callback in a frame, and it goes on in the frame', async ({ sandbox, firefox }) => {
  await setHold(firefox, true);
  const { url } = await scenarioNamed('lab-launch-iframe').start(sandbox);
  const tab = await firefox.newTab();
  await tab.goto(url);
  await patient(tab, '#open').click();
  const page = await heldPage(firefox, tab);
  await press(page, 'Release unmodified');
  await poll(
    () => tab.evaluate(() => document.querySelector('#state[data-returned]') !== null),
    'The callback in the frame',
  );
  expect(sandbox.inbox.callbacks()).toHaveLength(1);
});

firefoxTest.describe('when the event page ends for idleness', () => {
  // Longer than the pause between the signs of life of a background that keeps requests waiting.
  firefoxTest.use({ firefoxOptions: { idleTimeout: 3_000 } });

  firefoxTest('a callback is held and released all the same', async ({ sandbox, firefox }) => {
    const background = await firefox.link();
    await background.call('setHold', { on: true });
    await firefox.expireBackground(background.page);
    const { url } = await startHeld('lab-channel-form_post', sandbox);
    const tab = await firefox.newTab();
    leave(tab, url);
    const page = await heldPage(firefox, tab);
    // Nothing of ours asks the background; as long as the callback waits it must stay.
    await page.goto('about:blank');
    await expect(firefox.expireBackground(background.page)).rejects.toThrow('did not happen');
    expect(sandbox.inbox.callbacks()).toEqual([]);
    const again = await firefox.link();
    const [held] = await again.call('recentCallbacks', 1);
    await again.call('release', held?.id ?? '', { as: 'it was' });
    await arrived(tab);
    expect(sandbox.inbox.callbacks()).toHaveLength(1);
  });
});
