import type { Page } from 'puppeteer-core';
import { violations } from '../support/axe.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';
import { RSA_JWK, RSA_TOKEN } from '../support/token-vectors.ts';

const box = (name: string): string => `::-p-aria(${name}[role="textbox"])`;

/** Types a text into the editor in place of what stands there. */
async function replace(page: Page, name: string, text: string): Promise<void> {
  await page.locator(box(name)).click();
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyA');
  await page.keyboard.up('Control');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text);
}

const verdict = (page: Page): Promise<string> =>
  page.$eval('[role="status"][aria-label="Verification"]', (found) => found.textContent ?? '');

const region = (page: Page, name: string): Promise<string> =>
  page.$eval(`::-p-aria(${name}[role="region"])`, (found) => found.textContent ?? '');

test('the Token tab in Firefox decodes, verifies and tells a changed token', async ({ firefox }) => {
  const page = await firefox.openPage('workbench.html');
  await page.setViewport({ width: 1200, height: 800 });
  await new PanelPage(page).press('tab', 'Token');
  await page.waitForSelector(box('Token'));
  await replace(page, 'Token', RSA_TOKEN);
  await expect.poll(() => verdict(page)).toBe('Not verified: add the key for RS256.');
  expect(await region(page, 'Header')).toContain('RS256');
  expect(await region(page, 'Payload')).toContain('joe');
  await page.locator(box('Key')).fill(RSA_JWK);
  await expect.poll(() => verdict(page)).toBe('Verified: The signature is valid.');
  expect(await violations(page)).toEqual([]);
  await page.locator(box('Token')).click();
  await page.keyboard.press('End');
  await page.keyboard.type('AAAA');
  await expect.poll(() => verdict(page)).toMatch(/^(Invalid signature|Malformed)/);
});

test('the Token tab in Firefox signs with a key made there', async ({ firefox }) => {
  const page = await firefox.openPage('workbench.html');
  await page.setViewport({ width: 1200, height: 800 });
  const workbench = new PanelPage(page);
  await workbench.press('tab', 'Token');
  await workbench.press('radio', 'Sign');
  await page.waitForSelector(box('Payload JSON'));
  await workbench.press('button', 'Generate a key');
  await expect.poll(() => verdict(page)).toBe('Verified: The signature is valid.');
  await workbench.press('button', 'exp +1 h');
  await expect.poll(() => page.$eval(box('Payload JSON'), (found) => found.textContent)).toContain('"exp"');
  await expect.poll(() => verdict(page)).toBe('Verified: The signature is valid.');
  expect(await violations(page)).toEqual([]);
});
