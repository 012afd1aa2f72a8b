import { generateKeyPairSync } from 'node:crypto';
import { violations } from '../support/axe.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

const PASSPHRASE = 'open sesame';
const { privateKey: ENCRYPTED_PEM } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

test('keys are generated, imported with a passphrase, and kept in Firefox', async ({ firefox }) => {
  const page = await firefox.openPage('workbench.html');
  await page.setViewport({ width: 400, height: 900 });
  const workbench = new PanelPage(page);
  await workbench.press('tab', 'Keys');
  const names = (): Promise<string[]> =>
    page.$$eval('ul[aria-label="Keys"] strong', (found) => found.map((name) => name.textContent ?? ''));
  await workbench.fill('Name', 'Made here');
  await workbench.press('button', 'Generate');
  await expect.poll(names).toEqual(['Made here']);

  await page.locator('summary ::-p-text(Import a key)').click();
  await workbench.fill('Key, certificate, JWK or JWKS', ENCRYPTED_PEM);
  // A password box has no role by which it could be found.
  await page.locator('.keys input[type="password"]').fill(PASSPHRASE);
  await workbench.press('button', 'Unlock');
  await workbench.press('button', 'Import');
  await expect.poll(names).toEqual(['ES256 private key', 'Made here']);
  expect(await violations(page)).toEqual([]);

  const again = await firefox.openPage('workbench.html');
  await new PanelPage(again).press('tab', 'Keys');
  const kept = (): Promise<string[]> =>
    again.$$eval('ul[aria-label="Keys"] strong', (found) => found.map((name) => name.textContent ?? ''));
  await expect.poll(kept).toEqual(['ES256 private key', 'Made here']);
});
