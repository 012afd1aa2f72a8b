import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';

const MEGABYTE = 990_000;
const FILLER = 'x'.repeat(MEGABYTE);
const CLIENT = 'https://app.example/cb';

/** Pastes a text into the field that has the focus, as the keyboard does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

test.use({ ownBrowser: true });

test('a callback and a webhook of a megabyte are taken whole, told of instead of shown, and cleared', async ({
  workbench,
  background,
}) => {
  const { page } = workbench;
  await page.getByRole('button', { name: 'Paste callback…' }).click();
  const callback = page.getByRole('textbox', { name: 'Callback URL' });
  await callback.focus();
  const url = `${CLIENT}?code=large&state=large&x=${FILLER}`;
  await paste(page, url);
  await expect(page.getByText(`Holds a text of ${url.length.toLocaleString('en')} characters`)).toBeVisible();
  await expect(callback).toHaveValue('');
  await page.getByRole('button', { name: 'Add callback' }).click();
  await workbench.show('large');
  const [kept] = await background.call('recentCallbacks', 1);
  expect((await background.call('flow', kept?.id ?? ''))?.callback?.url).toBe(url);

  await page.getByRole('button', { name: 'Webhooks…' }).click();
  const webhook = page.getByRole('textbox', { name: 'Webhook body' });
  await webhook.focus();
  await paste(page, FILLER);
  await expect(page.getByText('Holds a text of 990,000 characters')).toBeVisible();
  await page.getByRole('button', { name: 'Clear', exact: true }).last().click();
  await expect(page.getByText('Holds a text')).toHaveCount(0);
  await paste(page, FILLER);
  await webhook.pressSequentially('short');
  await expect(webhook).toHaveValue('short');
  await expect(page.getByText('Holds a text')).toHaveCount(0);
});

test('an authorize URL with two thousand parameters shows some of them, and more when asked', async ({
  workbench,
}) => {
  const { page } = workbench;
  await workbench.openTab('Request');
  await page.getByRole('textbox', { name: 'Paste an authorize URL' }).focus();
  const many = Array.from({ length: 1_900 }, (_, index) => `p${index}=v`).join('&');
  await paste(page, `https://as.example/authorize?response_type=code&client_id=c&state=s&${many}`);
  const names = page.getByRole('textbox', { name: /^Name of extra parameter/ });
  const more = page.getByRole('button', { name: /^Show more of the/ }).first();
  await expect(more).toBeVisible();
  const before = await names.count();
  expect(before).toBeLessThan(100);
  await more.click();
  await expect.poll(() => names.count()).toBeGreaterThan(before);
});

test('a HAR file with hundreds of sign-ins at one moment is imported whole', async ({
  workbench,
  background,
}) => {
  const entries = Array.from({ length: 700 }, (_, index) => ({
    startedDateTime: '2026-01-01T00:00:00Z',
    time: 1,
    request: {
      method: 'GET',
      url: `https://as.example/authorize?response_type=code&client_id=c&redirect_uri=${encodeURIComponent(CLIENT)}&state=s-${index}&x=${'x'.repeat(1_000)}`,
      headers: [],
    },
    response: {
      status: 302,
      headers: [{ name: 'Location', value: `${CLIENT}?code=c-${index}&state=s-${index}` }],
    },
  }));
  const { page } = workbench;
  await page.getByLabel('File to import').setInputFiles({
    name: 'large.har',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ log: { entries } })),
  });
  await expect(page.getByRole('dialog', { name: 'Import flows' })).toContainText('700 flows');
  expect((await background.call('status')).flows).toBe(700);
});
