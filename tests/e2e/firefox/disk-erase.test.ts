import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { type CanaryProvider, startCanaryProvider } from '../support/canary-provider.ts';
import { FIREFOX_STORES, filesHolding, filesHoldingBytes, WHOLE_PROFILE } from '../support/disk-text.ts';
import { FirefoxExtension } from '../support/firefox.ts';
import { expect } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

/** A value that nothing else holds a part of: files are compressed, and then common beginnings are written once. */
const canary = (): string => randomBytes(24).toString('base64url');

const signInCanaries = () => ({
  state: canary(),
  clientId: canary(),
  user: canary(),
  password: canary(),
  code: canary(),
});

type SignIn = ReturnType<typeof signInCanaries>;

const test = base.extend<{
  readonly profile: string;
  readonly values: SignIn;
  readonly provider: CanaryProvider;
}>({
  profile: async ({ headless: _ }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'grantscope-firefox-'));
    await use(profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  },
  values: async ({ headless: _ }, use) => use(signInCanaries()),
  provider: async ({ values }, use) => {
    const provider = await startCanaryProvider(() => values.code);
    await use(provider);
    await provider.stop();
  },
});

/** The raw key of what is encrypted, as the extension's storage has it now; empty when there is none. */
function rootKey(page: Page): Promise<string> {
  return page.evaluate(
    'browser.storage.local.get("vault:root").then((found) => found["vault:root"] ?? "")',
  ) as Promise<string>;
}

const held = (profile: string, texts: readonly string[], stores = FIREFOX_STORES): readonly string[] =>
  texts.filter((text) => filesHolding(profile, text, stores).length > 0);

test('after erasing in Firefox nothing of flows and logins is found in the closed profile, nor after the next start', async ({
  profile,
  values,
  provider,
}) => {
  test.setTimeout(240_000);
  const first = await FirefoxExtension.launch({ profile });
  const workbench = new PanelPage(await first.openPage('workbench.html'));
  await workbench.record(true);
  await workbench.press('tab', 'Settings');
  await workbench.press('switch', 'Keep history');
  const background = await first.link();
  await expect.poll(async () => (await background.call('status')).history?.on).toBe(true);
  const tab = await first.newTab();
  await tab.goto(provider.authorizeUrl(values.state, values.clientId));
  await tab.locator('[name=user]').fill(values.user);
  await tab.locator('[name=password]').fill(values.password);
  await tab.locator('button').click();
  await expect.poll(async () => (await background.call('recentCallbacks', 1))[0]?.code).toBe(values.code);
  await expect.poll(async () => (await background.call('status')).history?.flows).toBe(1);
  const root = await rootKey(background.page);
  // The search finds what is there: until it is erased, the root key is.
  await expect
    .poll(() => filesHoldingBytes(profile, Buffer.from(root, 'base64url'), FIREFOX_STORES))
    .not.toEqual([]);

  await workbench.press('button', 'Erase everything…');
  await workbench.press('button', 'Erase everything now');
  await expect
    .poll(async () => {
      const page = await first.openPage('devtools.html');
      return rootKey(page).then(
        async (now) => {
          await page.close();
          return now === root;
        },
        () => 'not yet',
      );
    })
    .toBe(false);
  await first.close();
  expect(held(profile, Object.values(values))).toEqual([]);

  const second = await FirefoxExtension.launch({ profile });
  const again = await second.link();
  expect(await again.call('recentCallbacks', 10)).toEqual([]);
  await second.close();
  expect(held(profile, Object.values(values))).toEqual([]);
});

test('a flow in a private window of Firefox is seen, and nothing of it is in the closed profile', async ({
  profile,
  values,
  provider,
}) => {
  const firefox = await FirefoxExtension.launch({ profile, privateWindows: true });
  const background = await firefox.link();
  await background.call('setRecording', true);
  await background.page.evaluate('browser.storage.local.set({ "settings:history": true })');
  await expect.poll(async () => (await background.call('status')).history?.on).toBe(true);
  await background.call('launch', {
    url: `${provider.origin}/callback?${new URLSearchParams({ code: values.code, state: values.state })}`,
    target: 'private-window',
    profileId: 'oauth',
    environmentId: 'sandbox',
    state: values.state,
  });
  await expect
    .poll(async () => (await background.call('recentCallbacks', 1))[0])
    .toMatchObject({ code: values.code, marks: expect.arrayContaining(['private']) });
  await firefox.close();
  expect(held(profile, [values.code, values.state], WHOLE_PROFILE)).toEqual([]);
});
