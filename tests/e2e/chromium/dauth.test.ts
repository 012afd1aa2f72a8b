import type { Locator, Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import type { ChromiumExtension } from '../support/chromium.ts';
import { expect, test } from '../support/fixtures.ts';

const ADDRESS = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';

/** The DAuth tab, told by roles and names only. */
class DauthPage {
  readonly page: Page;
  readonly tab: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tab = page.getByRole('tabpanel', { name: 'DAuth', exact: true });
  }

  static async open(extension: ChromiumExtension, base: string): Promise<DauthPage> {
    const { page } = await extension.openWorkbench();
    await page.getByRole('tab', { name: 'DAuth', exact: true }).click();
    const dauth = new DauthPage(page);
    await dauth.tab.getByLabel('Base URL', { exact: true }).fill(base);
    return dauth;
  }

  get answer(): Locator {
    return this.tab.getByRole('region', { name: 'Response', exact: true });
  }

  field(name: string): Locator {
    return this.tab.getByLabel(name, { exact: true });
  }

  async press(name: string): Promise<void> {
    await this.tab.getByRole('button', { name, exact: true }).click();
  }

  /** Makes a key and waits until it is the chosen one. */
  async generate(): Promise<void> {
    await this.press('Generate a key');
    await expect(this.field('Signing key')).toHaveValue(/./);
  }

  async register(): Promise<void> {
    await this.press('Register the public key with the sandbox');
    await expect(this.tab.getByText('Registered', { exact: true })).toBeVisible();
  }

  async call(): Promise<void> {
    await this.press('Call users/current');
  }
}

test('generates a key, registers it, calls, and shows the user', async ({ sandbox, extension }) => {
  const dauth = await DauthPage.open(extension, sandbox.urls.obp);
  await expect(dauth.tab.getByText('There is no key to sign the token with.')).toBeVisible();
  await dauth.field('smart_contract_address').fill(ADDRESS);
  await dauth.field('network_name').fill('AIRNODE.TESTNET.ETHEREUM');
  await dauth.generate();
  await dauth.register();
  await dauth.call();
  await expect(dauth.tab.getByText('Authenticated', { exact: true })).toBeVisible();
  const user = dauth.answer.getByLabel('User', { exact: true });
  await expect(user).toContainText(ADDRESS);
  await expect(user).toContainText('dauth.AIRNODE.TESTNET.ETHEREUM');
  await dauth.press('Copy header line');
  const line = await dauth.page.evaluate(() => navigator.clipboard.readText());
  expect(line).toMatch(/^DAuth: [\w-]+\.[\w-]+\.[\w-]+$/);
  await dauth.press('Copy curl');
  const curl = await dauth.page.evaluate(() => navigator.clipboard.readText());
  expect(curl).toBe(`curl -i -H '${line}' \\\n  -- '${sandbox.urls.obp}/obp/v3.0.0/users/current'`);
});

test('explains OBP-20071 for a wrong key and for a missing claim', async ({ sandbox, extension }) => {
  const dauth = await DauthPage.open(extension, sandbox.urls.obp);
  await dauth.generate();
  await dauth.register();
  const registered = await dauth.field('Signing key').inputValue();
  await dauth.press('Generate a key');
  await expect(dauth.field('Signing key')).not.toHaveValue(registered);
  await dauth.call();
  await expect(dauth.tab.getByText('HTTP 401')).toBeVisible();
  await expect(dauth.answer).toContainText(
    'OBP-20071 The signature is wrong, or a mandatory claim is missing',
  );

  await dauth.field('Signing key').selectOption(registered);
  await dauth.field('consumer_key').fill('');
  await expect(dauth.tab.getByText('consumer_key is missing; the server answers OBP-20071')).toBeVisible();
  await expect(dauth.answer).toContainText('The token was changed since');
  await dauth.call();
  await expect(dauth.answer).not.toContainText('The token was changed since');
  await expect(dauth.answer).toContainText('OBP-20071');
  await dauth.press('Generate consumer_key');
  await dauth.call();
  await expect(dauth.tab.getByText('Authenticated', { exact: true })).toBeVisible();
});

test('flags HS256, and explains what the server says to it', async ({ sandbox, extension }) => {
  const dauth = await DauthPage.open(extension, sandbox.urls.obp);
  await dauth.generate();
  await dauth.register();
  const { page } = dauth;
  await page.getByRole('tab', { name: 'Keys', exact: true }).click();
  const keys = page.getByRole('tabpanel', { name: 'Keys', exact: true });
  await keys.getByLabel('Name', { exact: true }).fill('Shared');
  await keys.getByLabel('Algorithm', { exact: true }).selectOption('HS256');
  await keys.getByRole('button', { name: 'Generate', exact: true }).click();
  await expect(keys.getByRole('list', { name: 'Keys', exact: true })).toContainText('Shared');
  await page.getByRole('tab', { name: 'DAuth', exact: true }).click();
  await dauth.field('Signing key').selectOption({ label: 'Shared (HS256, rejected by the server)' });
  await expect(dauth.tab.getByText('alg is HS256; the server verifies RSA signatures only.')).toBeVisible();
  await dauth.call();
  await expect(dauth.tab.getByText('HTTP 500')).toBeVisible();
  await expect(dauth.answer).toContainText('OBP-20067');
});

test('encrypts for a server with jwt.use.ssl=true', async ({ sandbox, extension }) => {
  await fetch(`${sandbox.urls.obp}/sandbox/settings`, { method: 'PUT', body: '{"jwt.use.ssl":true}' });
  const dauth = await DauthPage.open(extension, sandbox.urls.obp);
  await dauth.tab.getByLabel(/^Encrypted/).check();
  await dauth.press('Use the sandbox’s key');
  await expect(dauth.tab.getByRole('textbox', { name: /^Public key or certificate/ })).toHaveValue(
    /^-----BEGIN PUBLIC KEY-----/,
  );
  await dauth.call();
  await expect(dauth.tab.getByText('Authenticated', { exact: true })).toBeVisible();
});

test('says plainly that nothing answered, and that an answer is no JSON', async ({ sandbox, extension }) => {
  const dauth = await DauthPage.open(extension, sandbox.urls.down);
  await dauth.generate();
  await dauth.call();
  await expect(dauth.tab.getByText(`Nothing answered at 127.0.0.1:${sandbox.ports.down}.`)).toBeVisible();
  await dauth.field('Base URL').fill(sandbox.urls.start);
  await dauth.call();
  await expect(dauth.answer).toContainText('is no JSON: it does not come from the API.');
  await dauth.field('Base URL').fill('rubbish');
  await expect(dauth.tab.getByText('The base URL is no http or https address.')).toBeVisible();
  await expect(dauth.tab.getByRole('button', { name: 'Call users/current' })).toBeDisabled();
});

test('remembers claims, key and address', async ({ sandbox, extension }) => {
  const dauth = await DauthPage.open(extension, sandbox.urls.obp);
  await dauth.generate();
  const key = await dauth.field('Signing key').inputValue();
  await dauth.field('smart_contract_address').fill('0xnot an address');
  await dauth.field('Environment').selectOption('Your server');
  await dauth.field('Base URL').fill('https://obp.example');
  const again = new DauthPage((await extension.openWorkbench()).page);
  await again.page.getByRole('tab', { name: 'DAuth', exact: true }).click();
  await expect(again.field('smart_contract_address')).toHaveValue('0xnot an address');
  await expect(again.field('Base URL')).toHaveValue('https://obp.example');
  await expect(again.field('Signing key')).toHaveValue(key);
  await expect(again.tab.getByRole('button', { name: 'Allow access to obp.example' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ options: { colorScheme } });

    test(`axe finds nothing wrong with any state of the tab (${colorScheme})`, async ({
      sandbox,
      extension,
    }) => {
      const dauth = await DauthPage.open(extension, sandbox.urls.obp);
      const { page } = dauth;
      expect(await violations(page), 'without a key').toEqual([]);
      await dauth.generate();
      await dauth.call();
      await expect(dauth.answer).toContainText('OBP-20067');
      await dauth.register();
      await dauth.field('smart_contract_address').fill(ADDRESS.replace('A', 'a'));
      await dauth.field('request_id').fill('0Xabc');
      await dauth.tab.getByText('Check a call of your own client').click();
      await dauth.field('JSON body, version 5.1.0').fill('{"provider":"ETHEREUM","views":[]}');
      await expect(dauth.tab.getByText('DA11')).toBeVisible();
      for (const width of [1280, 400]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await violations(page), `rubbish at ${width} pixels`).toEqual([]);
      }
      await dauth.tab.getByLabel(/^Encrypted/).check();
      expect(await violations(page), 'encrypted').toEqual([]);
    });
  });
}
