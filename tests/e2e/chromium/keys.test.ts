import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import pkcs12 from '../../unit/keys/fixtures/pkcs12.json' with { type: 'json' };
import { violations } from '../support/axe.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { expect, test } from '../support/fixtures.ts';

const PASSPHRASE = 'open sesame';
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Self-signed, CN=client.example.com, for digital signatures and client authentication. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIB/jCCAaSgAwIBAgIUTFEe8jyjUtb0IBb2rtzxAzmMmzgwCgYIKoZIzj0EAwIw
QTELMAkGA1UEBhMCTFQxFTATBgNVBAoMDEV4YW1wbGUgQmFuazEbMBkGA1UEAwwS
Y2xpZW50LmV4YW1wbGUuY29tMCAXDTI2MTEyMTA0MTYyMVoYDzIxMjYxMDI4MDQx
NjIxWjBBMQswCQYDVQQGEwJMVDEVMBMGA1UECgwMRXhhbXBsZSBCYW5rMRswGQYD
VQQDDBJjbGllbnQuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AAQNfLW7zEoaCpop1iy7oFREowDdggHPzPN/0DE/h0/l+g7rIZkgjkKzcxsuyDML
113g9p7HNmP0tgOx+RXjO4G8o3gwdjAdBgNVHQ4EFgQU1Tq09+sWikKJUqPtCSDo
nIPrUeYwHwYDVR0jBBgwFoAU1Tq09+sWikKJUqPtCSDonIPrUeYwDwYDVR0TAQH/
BAUwAwEB/zAOBgNVHQ8BAf8EBAMCB4AwEwYDVR0lBAwwCgYIKwYBBQUHAwIwCgYI
KoZIzj0EAwIDSAAwRQIgDSrp3bVClRkcf953dQO8vZ01tuP0pT8SFWe1sDt1qPIC
IQDdN3r+B7vi7XCgcDI4EMAvOuQwgzeiGXlNQlRBhhpJ4Q==
-----END CERTIFICATE-----`;

const { privateKey: ENCRYPTED_PEM } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

/** The Keys tab, told by roles and names only. */
class KeysPage {
  readonly page: Page;
  readonly tab: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tab = page.getByRole('tabpanel', { name: 'Keys', exact: true });
  }

  static async open(extension: ChromiumExtension): Promise<KeysPage> {
    const { page } = await extension.openWorkbench();
    await page.getByRole('tab', { name: 'Keys', exact: true }).click();
    return new KeysPage(page);
  }

  get keys(): Locator {
    return this.tab.getByRole('list', { name: 'Keys', exact: true }).getByRole('listitem');
  }

  async generate(name: string, algorithm: string, options: { exportable?: boolean } = {}): Promise<void> {
    await this.tab.getByLabel('Name', { exact: true }).fill(name);
    await this.tab.getByLabel('Algorithm', { exact: true }).selectOption(algorithm);
    if (options.exportable) await this.tab.getByLabel(/^Let the .* be exported later$/).check();
    await this.press('Generate');
    await expect(this.keys.filter({ hasText: name })).toBeVisible();
  }

  async paste(text: string): Promise<void> {
    await this.tab.getByText('Import a key', { exact: true }).click();
    await this.tab.getByRole('textbox', { name: 'Key, certificate, JWK or JWKS' }).fill(text);
  }

  async press(name: string): Promise<void> {
    await this.tab.getByRole('button', { name, exact: true }).click();
  }

  async copy(name: string): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
    await this.press(name);
    const read = (): Promise<string> => this.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).not.toBe('nothing yet');
    return read();
  }
}

const memberNames = (jwks: string): string[] =>
  (JSON.parse(jwks) as { keys: object[] }).keys.flatMap((key) => Object.keys(key));

test('a PKCS #12 file gives its key, non-extractable, and shows its chain', async ({ extension }) => {
  const view = await KeysPage.open(extension);
  const { page, tab } = view;
  await tab.getByText('Import a key', { exact: true }).click();
  const choose = (name: keyof typeof pkcs12.files): Promise<void> =>
    tab.getByLabel('Or a PKCS #12 file').setInputFiles({
      name: `${name}.p12`,
      mimeType: 'application/x-pkcs12',
      buffer: Buffer.from(pkcs12.files[name], 'base64'),
    });
  const passphrase = tab.getByLabel('Passphrase', { exact: true });
  await choose('legacy');
  await expect(tab.getByText('RC2 or Triple DES')).toContainText('openssl pkcs12 -legacy');
  await choose('aes256');
  await passphrase.fill('wrong');
  await view.press('Unlock');
  await expect(tab.getByText('The passphrase does not open this PKCS #12 file')).toBeVisible();
  await passphrase.fill('geheim');
  await view.press('Unlock');
  await expect(tab.getByText('O=Test TPP,CN=Test QSEAL')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await view.press('Import');
  const row = view.keys.filter({ hasText: 'Test QSEAL' });
  await expect(row).toBeVisible();
  await view.press('Details of Test QSEAL');
  const chain = tab.getByRole('list', { name: 'Chain of the certificate of Test QSEAL' });
  await expect(chain.getByRole('listitem')).toHaveText([
    /^CN=Test Issuing CA, valid until/,
    /^CN=Test Root, valid until/,
  ]);
  expect(await violations(page)).toEqual([]);
});

test('a key outlives a restart of the browser and signs as before', async ({ sandbox }) => {
  const profile = mkdtempSync(join(tmpdir(), 'grantscope-keys-'));
  const before = await ChromiumExtension.launch({ profile });
  await (await KeysPage.open(before)).generate('Survivor', 'RS256');
  await before.close();

  const after = await ChromiumExtension.launch({ profile });
  const { page, keys } = await KeysPage.open(after);
  await expect(keys).toHaveCount(1);
  await expect(keys).toContainText('Survivor');
  await page.getByRole('tab', { name: 'DAuth', exact: true }).click();
  const dauth = page.getByRole('tabpanel', { name: 'DAuth', exact: true });
  await dauth.getByLabel('Base URL', { exact: true }).fill(sandbox.urls.obp);
  await dauth.getByRole('button', { name: 'Register the public key with the sandbox' }).click();
  await expect(dauth.getByText('Registered', { exact: true })).toBeVisible();
  await dauth.getByRole('button', { name: 'Call users/current' }).click();
  await expect(dauth.getByText('Authenticated', { exact: true })).toBeVisible();
  await after.close();
});

test('imports an encrypted private key with its passphrase', async ({ extension }) => {
  const keys = await KeysPage.open(extension);
  await keys.paste(ENCRYPTED_PEM);
  await keys.tab.getByLabel('Passphrase').fill('wrong');
  await keys.press('Unlock');
  await expect(keys.tab.getByText('The passphrase does not open this encrypted private key.')).toBeVisible();
  await keys.tab.getByLabel('Passphrase').fill(PASSPHRASE);
  await keys.press('Unlock');
  const found = keys.tab.getByRole('list', { name: 'Found keys' });
  await expect(found).toContainText('RSA, 2048 bits, private key from encrypted PKCS #8');
  await found.getByLabel('Use it for').selectOption('RS256');
  await keys.press('Import');
  await expect(keys.tab.getByText('Imported the key.')).toBeVisible();
  await expect(keys.tab.getByRole('textbox', { name: 'Key, certificate, JWK or JWKS' })).toHaveValue('');
  await expect(keys.keys).toContainText('RS256 private key');
  await keys.press('Details of RS256 private key');
  await expect(keys.tab.getByText('The private part cannot leave this browser')).toBeVisible();
  await expect(keys.tab.getByRole('button', { name: /^Export/ })).toHaveCount(0);
});

test('imports a certificate to verify with, and shows what it says', async ({ extension }) => {
  const keys = await KeysPage.open(extension);
  await keys.paste(CERTIFICATE);
  await keys.press('Import');
  await expect(keys.keys).toContainText('cannot sign');
  await keys.press('Details of client.example.com');
  const facts = keys.tab.getByLabel('Certificate of client.example.com');
  await expect(facts).toContainText('CN=client.example.com,O=Example Bank,C=LT');
  await expect(facts).toContainText('digitalSignature, clientAuth');
  expect(await keys.copy('Copy public key of client.example.com as PEM')).toMatch(
    /^-----BEGIN PUBLIC KEY-----\n/,
  );
  expect(await violations(keys.page)).toEqual([]);
});

test('a JWKS has the ticked keys only, and no private member', async ({ extension }) => {
  const keys = await KeysPage.open(extension);
  await keys.generate('One', 'PS256', { exportable: true });
  await keys.generate('Two', 'ES256');
  await keys.generate('Three', 'EdDSA');
  await keys.generate('Secret', 'HS256');
  const all = await keys.copy('Copy JWKS of all 3');
  expect(JSON.parse(all).keys).toHaveLength(3);
  await keys.tab.getByLabel('Publish One').check();
  const ticked = await keys.copy('Copy JWKS of 1 ticked');
  expect(JSON.parse(ticked).keys).toMatchObject([{ kty: 'RSA', alg: 'PS256', use: 'sig' }]);
  const one = await keys.copy('Copy JWKS of One');
  for (const jwks of [all, ticked, one]) {
    expect(memberNames(jwks).filter((name) => PRIVATE_MEMBERS.includes(name))).toEqual([]);
  }
});

test('a private key leaves only after a second click, and only when that was ticked', async ({
  extension,
}) => {
  const keys = await KeysPage.open(extension);
  await keys.generate('Open', 'ES256', { exportable: true });
  await keys.press('Details of Open');
  await keys.press('Export the private key…');
  await expect(keys.tab.getByText('The private key is about to leave')).toBeVisible();
  expect(await violations(keys.page)).toEqual([]);
  expect(await keys.copy('Copy the private key (PKCS #8)')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  await keys.press('Keep it here');
  await expect(keys.tab.getByText('The private key is about to leave')).toHaveCount(0);
});

test('renames in place, deletes with a word on what used it, and brings back', async ({ extension }) => {
  const keys = await KeysPage.open(extension);
  await keys.generate('First', 'PS256');
  await keys.press('Rename First');
  const box = keys.tab.getByLabel('New name of First');
  await box.fill('Stage');
  await box.press('Enter');
  await expect(keys.keys).toContainText('Used by Request: Leatherback');
  await keys.press('Delete Stage');
  await expect(
    keys.tab.getByText('Deleted the key Stage. It was used by Request: Leatherback'),
  ).toBeVisible();
  await expect(keys.tab.getByText('No keys yet')).toBeVisible();
  await keys.press('Undo');
  await expect(keys.keys).toContainText('Stage');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ options: { colorScheme, viewport: { width: 400, height: 800 } } });

    test(`every action is within 400 pixels, and axe finds nothing wrong (${colorScheme})`, async ({
      extension,
    }) => {
      const keys = await KeysPage.open(extension);
      await keys.generate('A key whose name is rather long, as those of people are', 'PS256', {
        exportable: true,
      });
      await keys.paste('rubbish');
      await expect(keys.tab.getByText('This is neither PEM nor JSON.')).toBeVisible();
      expect(await violations(keys.page)).toEqual([]);
      for (const button of await keys.keys.getByRole('button').all()) {
        const place = await button.boundingBox();
        expect(
          place && place.x >= 0 && place.x + place.width <= 400,
          (await button.textContent()) ?? '',
        ).toBe(true);
      }
    });
  });
}
