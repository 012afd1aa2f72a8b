import { generateKeyPairSync } from 'node:crypto';
import { ExportPage } from '../support/export-page.ts';
import { expect, test } from '../support/fixtures.ts';
import { startStepProvider } from '../support/step-provider.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const SECRET = (privateKey.export({ format: 'jwk' }) as JsonWebKey).d ?? '';

test.use({ ownBrowser: true });

test('a private key that is used stands in no storage, message or export', async ({
  extension,
  workbench,
}) => {
  const provider = await startStepProvider();
  const { page } = workbench;
  await page.evaluate(() => {
    const sent: string[] = [];
    Object.assign(globalThis, { sentMessages: sent });
    const send = chrome.runtime.sendMessage.bind(chrome.runtime) as (...args: unknown[]) => unknown;
    Object.assign(chrome.runtime, {
      sendMessage: (...args: unknown[]) => {
        sent.push(JSON.stringify(args));
        return send(...args);
      },
    });
  });
  await workbench.openTab('Keys');
  const keys = page.getByRole('tabpanel', { name: 'Keys', exact: true });
  await keys.getByText('Import a key', { exact: true }).click();
  await keys
    .getByRole('textbox', { name: 'Key, certificate, JWK or JWKS' })
    .fill(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  await keys.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(keys.getByText('Imported the key.')).toBeVisible();

  await extension.tab.goto(provider.authorizeUrl('key-state', 1));
  await workbench.openTab('Flows');
  await page.bringToFront();
  await workbench.show('key-state');
  const exports = new ExportPage(page);
  const file = await exports.download(await exports.open('Session file', true));

  const stored = await page.evaluate(async () =>
    JSON.stringify([await chrome.storage.session.get(null), await chrome.storage.local.get(null)]),
  );
  const sent = await page.evaluate(() => (globalThis as unknown as { sentMessages: string[] }).sentMessages);
  const held = await page.evaluate(async () => {
    const opened = indexedDB.open('grantscope-keys');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opened.onsuccess = () => resolve(opened.result);
    });
    const all = database.transaction('keys').objectStore('keys').getAll();
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    database.close();
    return all.result.map((row: { sealed?: unknown }) => ({
      sealed: row.sealed !== undefined,
      inClear: Object.values(row).some((value) => value instanceof CryptoKey),
      text: JSON.stringify(row),
    }));
  });
  expect(stored).toContain('key-state');
  expect(sent.length).toBeGreaterThan(0);
  expect(held).toHaveLength(1);
  expect(held[0]).toMatchObject({ sealed: true, inClear: false });
  for (const text of [stored, file.text, ...sent, held[0]?.text ?? '']) {
    expect(text.includes(SECRET)).toBe(false);
    expect(text).not.toContain('PRIVATE KEY');
  }
  await provider.stop();
});
