import type { Page } from 'puppeteer-core';
import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

const listed = (page: Page, list: string): Promise<string> =>
  page.$eval(`ul[aria-label="${list}"]`, (found) => found.textContent ?? '');

test('access is granted for one profile’s hosts or all sites by a click, and taken back in Settings', async ({
  firefox,
}) => {
  const page = await firefox.openPage('workbench.html');
  await page.setViewport({ width: 1280, height: 800 });
  const workbench = new PanelPage(page);
  const background = await firefox.link();
  await page.bringToFront();
  await workbench.press('tab', 'Settings');
  await page.waitForSelector('ul[aria-label="Granted access"]');
  expect(await listed(page, 'Granted access')).toBe(' This machine (localhost, 127.0.0.1, [::1])always');

  await workbench.press('button', 'Allow ConnectPay');
  await expect.poll(() => listed(page, 'Granted access')).toContain('connectpay.com');
  const { accessOrigins, allSites } = await background.call('status');
  expect(allSites).toBe(false);
  expect(accessOrigins.some((pattern) => pattern.includes('connectpay.com'))).toBe(true);

  await workbench.press('button', 'Allow All sites');
  await expect.poll(async () => (await background.call('status')).allSites).toBe(true);
  await workbench.press('button', 'Revoke every site');
  await expect.poll(async () => (await background.call('status')).allSites).toBe(false);
});
