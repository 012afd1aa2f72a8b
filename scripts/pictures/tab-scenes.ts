import { ProfilesPage } from '../../tests/e2e/support/profiles-page.ts';
import { RequestPage } from '../../tests/e2e/support/request-page.ts';
import { type Scene, WIDE } from './scene.ts';

/** The first sample of Leatherback's documents: signed with a placeholder secret, and not valid before 2034. */
const SAMPLE =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjbGllbnRfaWQiOiJENDY0QzlENzg2Mjc0NDgzOUE1ODM4MjEzNzlERjI2MCIsInJlZGlyZWN0X3VyaSI6Imh0dHBzOi8vZGV2ZWxvcGVyLnJldm9sdXQuY29tIiwic2NvcGUiOiJhY2NvdW50IiwicmVzcG9uc2VfdHlwZSI6ImNvZGUgaWRfdG9rZW4iLCJjYWxsYmFja191cmwiOiJodHRwczovL2RldmVsb3Blci5yZXZvbHV0LmNvbS8iLCJvcGVuYmFua2luZ19pbnRlbnRfaWQiOiI1OTE4OTA5MS01NDViLTQwZGUtOTNhMy00MTY2YzlhZTJkOTAiLCJuYmYiOjIwMjkyNzY4NTcsImV4cCI6MjAyOTI4MDQ1NywiaWF0IjoyMDI5Mjc2ODU3fQ.stK_t2vLV4PAejjjpRmy39a3wKAXVpyINadmGABTPAU';

/** Request, Token, DAuth, Keys and Settings, each with something in it. */
export const tabScenes: readonly Scene[] = [
  {
    name: 'request',
    prepare: async ({ workbench }) => {
      const request = new RequestPage(workbench.page);
      await request.choose('ConnectPay', 'Local sandbox');
      await request.counts.waitFor();
      return workbench.page;
    },
  },
  {
    name: 'token',
    prepare: async ({ workbench }) => {
      const { page } = workbench;
      await workbench.openTab('Token');
      await page.getByRole('textbox', { name: 'Token', exact: true }).fill(SAMPLE);
      await page
        .getByRole('region', { name: 'Payload', exact: true })
        .getByText('client_id')
        .first()
        .waitFor();
      return page;
    },
  },
  {
    name: 'dauth',
    size: { ...WIDE, height: 560 },
    top: true,
    prepare: async ({ workbench }) => {
      await workbench.openTab('DAuth');
      const dauth = workbench.page.getByRole('tabpanel', { name: 'DAuth', exact: true });
      await dauth.getByRole('button', { name: 'Generate a key', exact: true }).click();
      await dauth.getByRole('button', { name: 'Register the public key with the sandbox' }).click();
      await dauth.getByText('Registered', { exact: true }).waitFor();
      await dauth.getByRole('button', { name: 'Call users/current' }).click();
      await dauth.getByText('Authenticated', { exact: true }).waitFor();
      return workbench.page;
    },
  },
  {
    name: 'keys',
    prepare: async ({ workbench }) => {
      await workbench.openTab('Keys');
      const keys = workbench.page.getByRole('tabpanel', { name: 'Keys', exact: true });
      const details = keys.getByRole('button', { name: /^Details of/ });
      // The one that the scene before made.
      await details.first().waitFor();
      const generate = keys.getByRole('button', { name: 'Generate', exact: true });
      await generate.click();
      await details.nth(1).waitFor();
      await generate.waitFor();
      return workbench.page;
    },
  },
  {
    name: 'settings',
    prepare: async ({ workbench }) => {
      await workbench.openTab('Settings');
      await new ProfilesPage(workbench.page).part.waitFor();
      return workbench.page;
    },
  },
  {
    name: 'profiles',
    themes: ['light'],
    prepare: async ({ workbench, urls }) => {
      const profiles = new ProfilesPage(workbench.page);
      await profiles.discover('Acme Bank', urls.openid);
      await profiles.part
        .getByRole('form', { name: 'Edit Acme Bank', exact: true })
        .evaluate((form) => form.scrollIntoView({ block: 'start' }));
      return workbench.page;
    },
  },
];
