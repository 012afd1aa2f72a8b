import { expect } from '@playwright/test';
import { ProfilesPage } from '../profiles-page.ts';
import { RequestPage } from '../request-page.ts';
import { TokenPage } from '../token-page.ts';
import type { Stop } from '../tour.ts';

const TOKEN =
  'eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiZXhwIjoxfQ.c2lnbmF0dXJl';

const token = (name: string, act: (page: TokenPage) => Promise<unknown>): Stop => ({
  name: `Token, ${name}`,
  go: async ({ workbench }) => {
    await workbench.openTab('Token');
    await act(new TokenPage(workbench.page));
    return workbench.page;
  },
});

const request = (name: string, act: (page: RequestPage) => Promise<unknown>): Stop => ({
  name: `Request, ${name}`,
  go: async ({ workbench }) => {
    await workbench.openTab('Request');
    await act(new RequestPage(workbench.page));
    return workbench.page;
  },
});

/** Request, Token, Keys and Settings. */
export const tabStops: readonly Stop[] = [
  request('ConnectPay with findings', async (page) => {
    await page.choose('ConnectPay', 'Local sandbox');
    await page.field('nonce').fill('123');
    await expect(page.findingsOn('nonce')).toHaveCount(1);
  }),
  request('ways to open', (page) =>
    page.form.getByRole('button', { name: 'Choose where', exact: true }).click(),
  ),
  request('Leatherback with a key', async (page) => {
    await page.page.keyboard.press('Escape');
    await page.choose('Leatherback', 'Local sandbox');
    await page.press('Generate a key');
    await expect(page.counts).toBeVisible();
  }),
  request('OpenID', (page) => page.choose('OpenID', 'Local sandbox')),
  token('empty', async () => undefined),
  token('decoded', async (page) => {
    await page.box('Token').fill(TOKEN);
    await expect(page.region('Payload')).toContainText('issuer.example');
    await page.page.getByText('Details: expectations').click();
  }),
  token('compared', async (page) => {
    await page.press('Compare');
    await page.page.getByRole('textbox', { name: 'Other token' }).fill(TOKEN.replace('SUzI1', 'TUzI1'));
  }),
  token('malformed', async (page) => {
    await page.press('Compare');
    await page.box('Token').fill(`${TOKEN}.oops.and more`);
  }),
  token('being signed', async (page) => {
    await page.box('Token').fill(TOKEN);
    await page.mode('Sign');
    await expect(page.box('Payload JSON')).toBeVisible();
  }),
  {
    name: 'Keys',
    go: async ({ workbench }) => {
      await workbench.openTab('Keys');
      const keys = workbench.page.getByRole('tabpanel', { name: 'Keys', exact: true });
      await keys.getByRole('button', { name: 'Generate', exact: true }).click();
      await expect(keys.getByRole('button', { name: /^Details of/ })).toHaveCount(2);
      await keys
        .getByRole('button', { name: /^Details of/ })
        .first()
        .click();
      await keys.getByText('Import a key').click();
      return workbench.page;
    },
  },
  {
    name: 'Settings, a profile being edited',
    go: async ({ workbench: { page } }) => {
      const profiles = new ProfilesPage(page);
      await profiles.show();
      await profiles.press('Duplicate ConnectPay');
      await expect(profiles.part.getByRole('form', { name: 'Edit Copy of ConnectPay' })).toBeVisible();
      await profiles.part.getByText('Import a profile file', { exact: true }).click();
      await profiles.press('Export Copy of ConnectPay');
      return page;
    },
  },
  {
    name: 'Settings, a profile as JSON',
    go: async ({ workbench: { page } }) => {
      await new ProfilesPage(page).press('Edit as JSON');
      return page;
    },
  },
];
