import { arrive, logIn, press } from '../../sandbox/scenarios/steps.ts';
import { SAMPLE, SAMPLE_FILE } from '../../unit/profiles/sample-profile.ts';
import { violations } from '../support/axe.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { expect, test } from '../support/fixtures.ts';
import { ProfilesPage } from '../support/profiles-page.ts';
import { RequestPage } from '../support/request-page.ts';

const BUILT_IN = ['ConnectPay', 'Leatherback', 'OpenID', 'OAuth'];

test('a provider is added by its discovery document and launched to a captured callback', async ({
  sandbox,
  workbench,
}) => {
  const profiles = new ProfilesPage(workbench.page);
  await profiles.show();
  await profiles.discover('House of tokens', sandbox.urls.openid);
  const form = profiles.part.getByRole('form', { name: 'Edit House of tokens', exact: true });
  await expect(form.getByLabel('Authorization endpoint', { exact: true })).toHaveValue(
    `${sandbox.urls.openid}/auth`,
  );
  const name = form.getByLabel('Name to add to values of Main', { exact: true });
  for (const [parameter, value] of [
    ['client_id', 'grantscope-web'],
    ['redirect_uri', `${sandbox.urls.client}/callback`],
  ] as const) {
    await name.fill(parameter);
    await form
      .getByRole('group', { name: 'values of Main' })
      .getByRole('button', { name: 'Add', exact: true })
      .click();
    await form.getByLabel(parameter, { exact: true }).fill(value);
  }
  await profiles.press('Save House of tokens');
  await expect(form).toHaveCount(0);

  const request = new RequestPage(workbench.page);
  await request.choose('House of tokens', 'Main');
  await expect(request.field('client_id')).toHaveValue('grantscope-web');
  const state = await request.field('state').inputValue();
  expect(state).not.toBe('');
  const tab = await request.open();
  const driver = playwrightDriver(tab);
  await logIn(driver);
  await press(driver, '#continue');
  await arrive(driver);
  await workbench.page.bringToFront();
  await workbench.openTab('Flows');
  await workbench.show(state);
  await expect(workbench.flow).toContainText('Code received from House of tokens');
  expect(await workbench.copy('code')).toBe(new URL(tab.url()).searchParams.get('code'));
});

test('an issuer that is another than its document says, and one that is none, add nothing', async ({
  sandbox,
  workbench,
}) => {
  const profiles = new ProfilesPage(workbench.page);
  await profiles.show();
  const before = await profiles.names();
  const form = profiles.part.getByRole('form', { name: 'New profile', exact: true });
  const issuer = form.getByLabel('Issuer', { exact: true });
  await issuer.fill(sandbox.urls.openid.replace('127.0.0.1', 'localhost'));
  await profiles.press('Create from its discovery document');
  await expect(profiles.part.getByText(/^Error The document says that its issuer is/)).toBeVisible();
  await issuer.fill('javascript:alert(1)');
  await profiles.press('Create from its discovery document');
  await expect(profiles.part.getByText('“javascript:alert(1)” is no http or https address.')).toBeVisible();
  expect(await profiles.names()).toEqual(before);
});

test('a built-in profile is copied, edited by form and by JSON, deleted and brought back', async ({
  workbench,
}) => {
  const profiles = new ProfilesPage(workbench.page);
  await profiles.show();
  await expect(profiles.part.getByRole('button', { name: 'Edit ConnectPay', exact: true })).toHaveCount(0);
  await profiles.press('Duplicate ConnectPay');
  const form = profiles.part.getByRole('form', { name: 'Edit Copy of ConnectPay', exact: true });
  await form.getByLabel('Name', { exact: true }).first().fill('Our ConnectPay');
  const endpoint = form.getByLabel('Authorization endpoint', { exact: true }).first();
  await endpoint.fill('ftp://connectpay.example/authorize');
  expect(await profiles.problems('Problems of Copy of ConnectPay')).toEqual([
    '/environments/0/authorizationEndpoint | an http or https address without a user name | “ftp://connectpay.example/authorize” | Write it whole: https://provider.example/authorize.',
  ]);
  await expect(profiles.part.getByRole('button', { name: 'Save Copy of ConnectPay' })).toBeDisabled();
  expect(await violations(profiles.page)).toEqual([]);
  await endpoint.fill('https://connectpay.example/authorize');
  await profiles.press('Edit as JSON');
  const editor = form.getByRole('textbox', { name: 'JSON of Copy of ConnectPay', exact: true });
  await expect(editor).toContainText('"name": "Our ConnectPay"');
  await editor.fill(JSON.stringify({ ...SAMPLE, id: 'openid', name: 'Our ConnectPay' }, undefined, 2));
  expect(await profiles.problems('Problems of Copy of ConnectPay')).toEqual([
    '/id | an id that no built-in profile has | “openid” | Choose another id.',
  ]);
  await editor.press('Control+Home');
  await expect(form.locator('.cm-lintRange-error')).toHaveText('"openid"');
  expect(await violations(profiles.page)).toEqual([]);
  await editor.fill(JSON.stringify({ ...SAMPLE, id: 'ours', name: 'Our ConnectPay' }));
  await profiles.press('Save Copy of ConnectPay');
  await expect(form).toHaveCount(0);
  await expect(profiles.row('Our ConnectPay')).toContainText('Yours');
  expect(await profiles.names()).not.toContain('Copy of ConnectPay');

  const again = new ProfilesPage(await workbench.page.context().newPage());
  await again.page.goto(workbench.page.url());
  await again.show();
  await expect(again.row('Our ConnectPay')).toBeVisible();

  await profiles.press('Delete Our ConnectPay');
  await expect(again.row('Our ConnectPay')).toHaveCount(0);
  await profiles.press('Undo');
  await expect(profiles.row('Our ConnectPay')).toBeVisible();
  await expect(again.row('Our ConnectPay')).toBeVisible();
});

test('a file that is invalid, huge or newer is refused with the reason and changes nothing', async ({
  workbench,
}) => {
  const profiles = new ProfilesPage(workbench.page);
  await profiles.show();
  const before = await profiles.names();
  const refused: readonly (readonly [string, string])[] = [
    ['{', 'the whole | JSON | something else | Export a profile to see the format.'],
    [
      JSON.stringify({ version: 2, profiles: [] }),
      '/version | version 1, the newest that this Grantscope reads | version 2 | Update Grantscope, then import it again.',
    ],
    [
      JSON.stringify({ version: 1, profiles: [SAMPLE, { ...SAMPLE, id: 'connectpay' }] }),
      '/profiles/1/id | an id that no built-in profile has | “connectpay” | Choose another id.',
    ],
    [
      JSON.stringify(SAMPLE_FILE).replace('"auth_code":', '"__proto__":'),
      '/profiles/0/aliases/__proto__ | another name | “__proto__” | Remove this member; its name has a meaning of its own in JavaScript.',
    ],
  ];
  for (const [text, problem] of refused) {
    await profiles.importText(text);
    await expect(profiles.part.getByText('The file was not imported and nothing was changed.')).toBeVisible();
    await expect.poll(() => profiles.problems('Problems of the file')).toEqual([problem]);
  }
  await profiles.importFile('huge.json', JSON.stringify({ ...SAMPLE_FILE, padding: 'x'.repeat(5_000_000) }));
  await expect
    .poll(() => profiles.problems('Problems of the file'))
    .toEqual(['the whole | at most 1000000 characters | more | Split the file into several.']);
  expect(await violations(profiles.page)).toEqual([]);
  expect(await profiles.names()).toEqual(before);
});

test('what is imported comes out again as it was, without secrets unless they are asked for', async ({
  workbench,
}) => {
  const profiles = new ProfilesPage(workbench.page);
  await profiles.show();
  for (const name of BUILT_IN) await expect(profiles.row(name).first()).toBeVisible();
  await profiles.importFile('acme.json', JSON.stringify(SAMPLE_FILE));
  await expect(profiles.part.getByText('Imported Acme Bank')).toBeVisible();
  await profiles.press('Export Acme Bank');
  const bare = await profiles.copy('Copy as JSON: Acme Bank');
  expect(bare).not.toContain('hush');
  expect(JSON.parse(bare)).toMatchObject({
    profiles: [{ environments: [{ defaults: { client_id: 'c-1' } }] }],
  });
  await profiles.part.getByLabel('With client_secret', { exact: true }).check();
  await expect(profiles.part.getByText('Whoever gets this file can act as your client.')).toBeVisible();
  await expect(profiles.part.getByText('Copied', { exact: true })).toHaveCount(0);
  expect(await violations(profiles.page)).toEqual([]);
  const whole = await profiles.copy('Copy as JSON: Acme Bank');
  expect(JSON.parse(whole)).toEqual({ $schema: 'urn:grantscope:profiles:1', ...SAMPLE_FILE });
  await profiles.importText(whole);
  await expect
    .poll(() => profiles.problems('Problems of the file'))
    .toEqual([
      '/profiles/0/id | an id that no other profile has | “acme” | Choose another id, or delete the other profile first.',
    ]);
  await profiles.importText(whole, true);
  await expect(profiles.part.getByText('Imported Acme Bank')).toBeVisible();
});

test('an own profile is offered for site access and in the popup', async ({ workbench, extension }) => {
  const profiles = new ProfilesPage(workbench.page);
  await profiles.show();
  await profiles.importText(JSON.stringify(SAMPLE_FILE));
  await expect(profiles.row('Acme Bank')).toBeVisible();
  await expect(profiles.page.getByRole('button', { name: 'Allow Acme Bank' })).toBeVisible();
  const popup = await extension.openPopup();
  const choice = popup.page.getByLabel('Provider and environment');
  await expect(choice).toContainText('Acme Bank · Live');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ options: { colorScheme, viewport: { width: 400, height: 900 } } });

    test(`the form fits in 400 pixels, and axe finds nothing wrong (${colorScheme})`, async ({
      workbench,
    }, info) => {
      const profiles = new ProfilesPage(workbench.page);
      await profiles.show();
      await profiles.importText(JSON.stringify(SAMPLE_FILE));
      await profiles.press('Edit Acme Bank');
      await profiles.press('Export Acme Bank');
      await expect(profiles.part.getByLabel('client_secret', { exact: true })).toHaveAttribute(
        'type',
        'password',
      );
      expect(await violations(profiles.page)).toEqual([]);
      for (const control of await profiles.part.getByRole('button').all()) {
        const place = await control.boundingBox();
        if (place === null) continue;
        expect(place.x >= 0 && place.x + place.width <= 400, (await control.textContent()) ?? '').toBe(true);
      }
      await profiles.part.screenshot({ path: info.outputPath(`profiles-${colorScheme}.png`) });
    });
  });
}
