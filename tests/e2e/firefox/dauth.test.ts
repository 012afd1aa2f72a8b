import type { Page } from 'puppeteer-core';
import { violations } from '../support/axe.ts';
import type { FirefoxExtension } from '../support/firefox.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

const WIDE = { width: 1280, height: 900 };

/** Empties a text box by keyboard. */
async function clear(page: Page, label: string): Promise<void> {
  await page.locator(`::-p-aria(${label}[role="textbox"])`).click();
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyA');
  await page.keyboard.up('Control');
  await page.keyboard.press('Backspace');
}

async function openDauth(
  firefox: FirefoxExtension,
  base: string,
): Promise<{ page: Page; workbench: PanelPage; text: () => Promise<string> }> {
  const page = await firefox.openPage('workbench.html');
  await page.setViewport(WIDE);
  const workbench = new PanelPage(page);
  await workbench.press('tab', 'DAuth');
  await workbench.fill('Base URL', base);
  const text = (): Promise<string> => page.$eval('.dauth', (found) => found.textContent ?? '');
  return { page, workbench, text };
}

test('generates a key in Firefox, registers it, calls, and shows the user', async ({ sandbox, firefox }) => {
  const { page, workbench, text } = await openDauth(firefox, sandbox.urls.obp);
  // A text box with suggestions is a combobox.
  await page.locator('::-p-aria(network_name[role="combobox"])').fill('AIRNODE.TESTNET.ETHEREUM');
  await workbench.press('button', 'Generate a key');
  await expect.poll(text).toContain('DAuth RS256 (RS256)');
  await workbench.press('button', 'Register the public key with the sandbox');
  await expect.poll(text).toContain('verifies DAuth tokens with this key from now on.');
  await workbench.press('button', 'Call users/current');
  await expect.poll(text).toContain('Authenticated');
  expect(await page.$eval('[aria-label="User"]', (found) => found.textContent ?? '')).toContain(
    'dauth.AIRNODE.TESTNET.ETHEREUM',
  );
  expect(await violations(page)).toEqual([]);
});

test('explains OBP-20071 in Firefox, and that nothing answered', async ({ sandbox, firefox }) => {
  const { page, workbench, text } = await openDauth(firefox, sandbox.urls.obp);
  await workbench.press('button', 'Generate a key');
  await expect.poll(text).toContain('DAuth RS256 (RS256)');
  await workbench.press('button', 'Register the public key with the sandbox');
  await expect.poll(text).toContain('verifies DAuth tokens with this key from now on.');
  await clear(page, 'consumer_key');
  await expect.poll(text).toContain('consumer_key is missing; the server answers OBP-20071');
  await workbench.press('button', 'Call users/current');
  await expect.poll(text).toContain('OBP-20071 The signature is wrong, or a mandatory claim is missing');
  await workbench.fill('Base URL', sandbox.urls.down);
  await workbench.press('button', 'Call users/current');
  await expect.poll(text).toContain(`Nothing answered at 127.0.0.1:${sandbox.ports.down}.`);
  expect(await violations(page)).toEqual([]);
});
