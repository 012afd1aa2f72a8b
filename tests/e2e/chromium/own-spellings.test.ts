import { test as base, expect } from '../support/fixtures.ts';
import { HoldPage } from '../support/hold-page.ts';
import { OWN_CODE, type OwnProvider, startOwnProvider } from '../support/own-provider.ts';
import { ProfilesPage } from '../support/profiles-page.ts';

const STATE = 'ticket-5b1c7a90e2f64d38';

const test = base.extend<{ readonly provider: OwnProvider }>({
  provider: async ({ workbench }, use) => {
    const provider = await startOwnProvider();
    const profiles = new ProfilesPage(workbench.page);
    await profiles.show();
    await profiles.importText(JSON.stringify({ version: 1, profiles: [provider.profile] }));
    await expect(profiles.row('Acme Bank')).toBeVisible();
    await workbench.openTab('Flows');
    await use(provider);
    await provider.stop();
  },
});

for (const answer of ['query', 'form'] as const) {
  test(`a callback under an own profile’s names is captured and matched (${answer})`, async ({
    extension,
    sandbox,
    background,
    provider,
    workbench,
  }) => {
    const callback = `${sandbox.urls.client}/callback`;
    await extension.tab.goto(provider.signInUrl(callback, STATE, answer));
    await extension.tab.waitForSelector('#callback');
    await expect
      .poll(() => background.call('recentCallbacks', 10))
      .toEqual([
        expect.objectContaining({
          provider: 'Acme Bank',
          clientId: 'web',
          code: OWN_CODE,
          state: STATE,
          status: 'completed',
          errors: 0,
        }),
      ]);
    await workbench.page.bringToFront();
    await workbench.show(STATE);
    expect(await workbench.copy('code')).toBe(OWN_CODE);
  });
}

test('a callback with another state is evaluated under an own profile’s names', async ({
  extension,
  sandbox,
  background,
  provider,
}) => {
  await extension.tab.goto(provider.signInUrl(`${sandbox.urls.client}/callback`, STATE, 'forged'));
  await expect
    .poll(async () => (await background.call('recentCallbacks', 10)).map(({ outcome }) => outcome))
    .toEqual([{ kind: 'state-mismatch', sent: STATE, received: 'another-ticket-0d9b7e42' }]);
});

test('a callback under an own profile’s names is held, wherever it goes', async ({
  extension,
  sandbox,
  background,
  provider,
}) => {
  await background.call('setHold', { on: true });
  const { tab } = extension;
  await tab
    .goto(provider.signInUrl(`${sandbox.urls.client}/callback`, STATE, 'query'))
    .catch(() => undefined);
  const page = await HoldPage.beside(tab);
  expect(sandbox.inbox.callbacks()).toEqual([]);
  await expect(page.value('authCode')).toHaveValue(OWN_CODE);
  await page.press('Release unmodified');
  await tab.waitForSelector('#callback');
  expect(sandbox.inbox.callbacks().map(({ search }) => search)).toEqual([
    `?${new URLSearchParams({ authCode: OWN_CODE, ticket: STATE })}`,
  ]);
});
