import type { Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import type { FlowsPage } from '../support/flows-page.ts';
import { RequestPage } from '../support/request-page.ts';

const region = (page: Page) => page.getByRole('region', { name: 'QR code for a phone' });

async function openOnPhone(workbench: FlowsPage, redirectUri: string): Promise<string> {
  const request = new RequestPage(workbench.page);
  await request.choose('OpenID', 'Local sandbox');
  await request.field('redirect_uri').fill(redirectUri);
  const state = await request.field('state').inputValue();
  await request.press('Choose where');
  await workbench.page.getByRole('menuitem', { name: 'Phone as QR code' }).click();
  await expect(
    region(workbench.page).getByRole('img', { name: 'QR code of the authorize URL' }),
  ).toBeVisible();
  return state;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ options: { colorScheme } });
    test('a request is shown as a QR code, and the URL on which the phone ended joins it', async ({
      workbench,
    }) => {
      const { page } = workbench;
      const state = await openOnPhone(workbench, 'http://127.0.0.1:4600/callback');
      const code = region(page);
      await expect(code).toContainText('RFC 8252 section 8.12');
      await expect(code).toContainText('mean the phone itself');
      expect(await violations(page)).toEqual([]);

      const field = code.getByLabel('URL on which the phone ended');
      await field.fill('http://127.0.0.1:4600/callback');
      await code.getByRole('button', { name: 'Add callback' }).click();
      await expect(code.getByRole('status')).toContainText('neither a code nor an error');
      await expect(field).toHaveValue('http://127.0.0.1:4600/callback');

      await field.fill(`http://127.0.0.1:4600/callback?code=phone-code&state=${state}`);
      await code.getByRole('button', { name: 'Add callback' }).click();
      await expect(code.getByRole('status')).toContainText('It joined the flow whose state it carries.');
      await code.getByRole('button', { name: 'Show the flow' }).click();
      await expect(workbench.flow).toContainText('Code received from OpenID');
      await expect(workbench.flow).toContainText('It was opened on a phone');
      expect(await workbench.copy('code')).toBe('phone-code');
      await expect(workbench.rows).toHaveCount(1);
      expect(await violations(page)).toEqual([]);
    });
  });
}

test('the waiting request outlives the worker, and takes a fragment pasted under Flows', async ({
  workbench,
  extension,
}) => {
  const state = await openOnPhone(workbench, 'com.example.app:/callback');
  await expect(region(workbench.page)).toContainText('the app that claims it must be on the phone');
  await workbench.page.close();
  await extension.stopWorker();
  const again = await extension.openWorkbench();
  await expect(again.flow).toContainText('Waiting for OpenID');
  await again.page.getByRole('button', { name: 'Paste callback…' }).click();
  const panel = again.page.getByRole('region', { name: 'Paste callback' });
  await panel.getByLabel('Callback URL').fill(`#code=phone-code&state=${state}`);
  await panel.getByRole('button', { name: 'Add callback' }).click();
  await expect(panel.getByRole('status')).toContainText('It joined the flow');
  await expect(again.flow).toContainText('Code received from OpenID');
  await panel.getByLabel('Callback URL').fill('https://app.example/cb?code=other&state=unheard-of');
  await panel.getByRole('button', { name: 'Add callback' }).click();
  await expect(panel.getByRole('status')).toContainText('a flow of its own');
  await expect(again.rows).toHaveCount(2);
  await expect(again.flow).toContainText('Its callback was pasted');
});

test('a URL that is too long for a code is refused with what to do, and nothing is launched', async ({
  workbench,
}) => {
  const { page } = workbench;
  const request = new RequestPage(page);
  await request.choose('OpenID', 'Local sandbox');
  await request.field('redirect_uri').fill(`https://app.example/${'x'.repeat(3_000)}`);
  await request.press('Choose where');
  await page.getByRole('menuitem', { name: 'Phone as QR code' }).click();
  await expect(request.form.getByRole('status').filter({ hasText: 'Not opened' })).toContainText('RFC 9126');
  await workbench.openTab('Flows');
  await expect(workbench.rows).toHaveCount(0);
});
