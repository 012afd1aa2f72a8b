import { createECDH, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startCanaryProvider } from '../support/canary-provider.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { filesHolding, filesHoldingBytes } from '../support/disk-text.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { keepHistory, keptFlows } from '../support/kept-history.ts';
import { StepsPage } from '../support/steps-page.ts';

/** A value that nothing else holds a part of: files may be compressed, and then common beginnings are written once. */
const canary = (): string => randomBytes(24).toString('base64url');

const test = base.extend<{ readonly profile: string }>({
  profile: async ({ headless: _ }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'grantscope-erase-'));
    await use(profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** One sign-in with a password, whose every value is a canary. */
function signInCanaries() {
  return { state: canary(), clientId: canary(), user: canary(), password: canary(), code: canary() };
}

type SignIn = ReturnType<typeof signInCanaries>;

async function withProvider<T>(
  signIns: readonly SignIn[],
  use: (signIn: (page: Page, values: SignIn) => Promise<void>) => Promise<T>,
): Promise<T> {
  const provider = await startCanaryProvider(
    (state) => signIns.find((one) => one.state === state)?.code ?? 'none',
  );
  try {
    return await use(async (page, { state, clientId, user, password }) => {
      await page.goto(provider.authorizeUrl(state, clientId));
      await page.locator('[name=user]').fill(user);
      await page.locator('[name=password]').fill(password);
      await page.getByRole('button', { name: 'Go' }).click();
      await expect(page.getByText('arrived')).toBeVisible();
    });
  } finally {
    await provider.stop();
  }
}

/** The raw keys of what is encrypted, as the extension's storage has them now. */
async function rawKeys(page: Page): Promise<readonly Buffer[]> {
  const texts = await page.evaluate(async () => {
    const [local, session] = [await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
    return [local['vault:root'], session['vault:archive']].filter((key) => typeof key === 'string');
  });
  return texts.map((text) => Buffer.from(text as string, 'base64url'));
}

const held = (profile: string, texts: readonly string[]): readonly string[] =>
  texts.filter((text) => filesHolding(profile, text).length > 0);
const heldBytes = (profile: string, keys: readonly Buffer[]): readonly string[] =>
  keys.filter((key) => filesHoldingBytes(profile, key).length > 0).map((key) => key.toString('hex'));

async function erase(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Erase everything…' }).click();
  const closed = page.waitForEvent('close');
  await page.getByRole('button', { name: 'Erase everything now' }).click();
  await closed;
}

async function importKeys(page: Page, jwks: readonly object[]): Promise<void> {
  await page.getByRole('tab', { name: 'Keys', exact: true }).click();
  const keys = page.getByRole('tabpanel', { name: 'Keys', exact: true });
  await keys.getByText('Import a key', { exact: true }).click();
  await keys
    .getByRole('textbox', { name: 'Key, certificate, JWK or JWKS' })
    .fill(JSON.stringify({ keys: jwks }));
  await keys.getByRole('button', { name: `Import ${jwks.length} keys`, exact: true }).click();
  await expect(keys).toContainText(`Imported ${jwks.length} keys`);
}

/** A private key and a shared secret, and their secret bytes. */
function keyCanaries() {
  const curve = createECDH('prime256v1');
  const point = curve.generateKeys();
  const d = curve.getPrivateKey();
  const padded = Buffer.concat([Buffer.alloc(32 - d.length), d]);
  const k = randomBytes(32);
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url');
  return {
    secrets: [padded, k],
    jwks: [
      {
        kty: 'EC',
        crv: 'P-256',
        x: coordinate(1),
        y: coordinate(33),
        d: padded.toString('base64url'),
        kid: 'one',
      },
      { kty: 'oct', k: k.toString('base64url'), kid: 'two', alg: 'HS256' },
    ],
  };
}

test.use({ ownBrowser: true });

test('erased is erased: nothing of flows, logins, keys and saved secrets is in the closed profile, nor after the next start', async ({
  profile,
}) => {
  test.setTimeout(240_000);
  const signIns = [signInCanaries(), signInCanaries()];
  const texts = signIns.flatMap((values) => Object.values(values));
  const stepSecret = canary();
  const keys = keyCanaries();
  const vault: Buffer[] = [];

  const first = await ChromiumExtension.launch({ profile });
  await first.allowReload();
  const workbench = await first.openWorkbench();
  workbench.page.setDefaultTimeout(20_000);
  await keepHistory(workbench);
  await withProvider(signIns, async (signIn) => {
    for (const values of signIns) await signIn(first.tab, values);
  });
  await expect.poll(() => keptFlows(first)).toBe(2);
  await workbench.page.bringToFront();
  await importKeys(workbench.page, keys.jwks);
  const steps = new StepsPage(workbench.page);
  await steps.choose('finAPI');
  await steps.show('Client token');
  await steps.tab.getByRole('switch', { name: 'Save secrets' }).click();
  await steps.fill({ client_secret: stepSecret });
  await expect
    .poll(() => workbench.page.evaluate(async () => Object.keys(await chrome.storage.local.get(null))))
    .toContainEqual(expect.stringMatching(/^steps-secret:/));
  vault.push(...(await rawKeys(workbench.page)));
  expect(vault).toHaveLength(2);
  await erase(workbench.page);
  const restarted = await first.context.newPage();
  const opens = () =>
    restarted.goto(`${first.origin}/workbench.html`).then(
      () => 'open',
      () => 'not yet',
    );
  await expect.poll(opens).toBe('open');
  await expect(restarted.getByRole('combobox', { name: 'When to record' })).toHaveValue('while-open');
  await first.close();
  expect(held(profile, [...texts, stepSecret])).toEqual([]);
  expect(heldBytes(profile, [...vault, ...keys.secrets])).toEqual([]);

  const second = await ChromiumExtension.launch({ profile });
  const empty = await second.openWorkbench();
  await expect(empty.rows).toHaveCount(0);
  await second.close();
  expect(held(profile, [...texts, stepSecret])).toEqual([]);
  expect(heldBytes(profile, [...vault, ...keys.secrets])).toEqual([]);
});

test('what is not kept is not in the closed profile, although it was written to disk meanwhile', async ({
  profile,
}) => {
  const values = signInCanaries();
  const extension = await ChromiumExtension.launch({ profile });
  const workbench = await extension.openWorkbench();
  await workbench.record(true);
  await withProvider([values], (signIn) => signIn(extension.tab, values));
  await workbench.page.bringToFront();
  await workbench.show(values.state);
  // A full journal moves settled flows to disk.
  const background = await extension.link();
  const [summary] = await background.call('recentCallbacks', 1);
  const flow = await background.call('flow', summary?.id ?? '');
  const copies = Array.from({ length: 50 }, (_, at) => ({ ...flow, id: `${flow?.id}.${at}` }));
  await background.call('importFlows', copies as never);
  await expect.poll(() => keptFlows(extension)).toBe(50);
  const keys = await rawKeys(workbench.page);
  expect(keys).toHaveLength(1);
  await extension.close();
  expect(held(profile, Object.values(values))).toEqual([]);
  expect(heldBytes(profile, keys)).toEqual([]);
});

test('history that was switched off cannot be read any more once the browser is closed', async ({
  profile,
}) => {
  const values = signInCanaries();
  const extension = await ChromiumExtension.launch({ profile });
  const workbench = await extension.openWorkbench();
  await keepHistory(workbench);
  await withProvider([values], (signIn) => signIn(extension.tab, values));
  await expect.poll(() => keptFlows(extension)).toBe(1);
  const kept = () =>
    workbench.page.evaluate(
      async () => (await chrome.storage.local.get('vault:archive'))['vault:archive'] as unknown,
    );
  await workbench.page.bringToFront();
  await expect.poll(kept).toEqual({ v: 1, iv: expect.any(String), data: expect.any(String) });
  const { data } = (await kept()) as { readonly data: string };
  await workbench.openTab('Settings');
  await workbench.page.getByRole('switch', { name: 'Keep history' }).click();
  await expect.poll(kept).toBeUndefined();
  await extension.close();
  expect(filesHolding(profile, data)).toEqual([]);
  expect(held(profile, Object.values(values))).toEqual([]);
});
