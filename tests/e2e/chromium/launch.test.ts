import type { Driver } from '../../sandbox/driver.ts';
import { DEFAULT_PORTS, PORT_NAMES } from '../../sandbox/ports.ts';
import { arrive, confirmFactor, logIn, press } from '../../sandbox/scenarios/steps.ts';
import type { Sandbox } from '../../sandbox/start.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { RequestPage } from '../support/request-page.ts';

/** Chromium to which the sandbox's usual ports, which the profiles name, are those of the test's own sandbox. */
const test = base.extend<{ readonly extension: ChromiumExtension }>({
  extension: async ({ options, sandbox }, use) => {
    const rules = PORT_NAMES.map(
      (name) => `MAP 127.0.0.1:${DEFAULT_PORTS[name]} 127.0.0.1:${sandbox.ports[name]}`,
    );
    const extension = await ChromiumExtension.launch({
      ...options,
      args: [`--host-resolver-rules=${rules.join(',')}`],
    });
    await use(extension);
    await extension.close();
  },
});

interface Launch {
  readonly profile: string;
  readonly prepare?: (request: RequestPage, sandbox: Sandbox) => Promise<void>;
  readonly signIn: (driver: Driver) => Promise<void>;
}

const LAUNCHES: readonly Launch[] = [
  {
    profile: 'ConnectPay',
    signIn: async (driver) => {
      await logIn(driver);
      await confirmFactor(driver);
      await driver.waitFor('#grant');
      await driver.click('input[name="scope"]');
      await driver.click('#grant');
    },
  },
  {
    profile: 'Leatherback',
    prepare: async (request) => {
      await request.press('Generate a key');
      await request.press('Register the public key with the sandbox');
      await expect(request.form.getByRole('status').filter({ hasText: 'Registered' })).toBeVisible();
    },
    signIn: async (driver) => {
      await logIn(driver);
      await confirmFactor(driver);
      await press(driver, '#grant');
    },
  },
  {
    profile: 'OpenID',
    prepare: async (request, sandbox) => {
      // Its own address, since it is the issuer that the response names.
      await request.field('Authorization endpoint').fill(`${sandbox.urls.openid}/auth`);
      await request.field('redirect_uri').fill(`${sandbox.urls.client}/callback`);
    },
    signIn: async (driver) => {
      await logIn(driver);
      await press(driver, '#continue');
    },
  },
];

for (const { profile, prepare, signIn } of LAUNCHES) {
  test(`launches ${profile} from the Request tab and receives its callback`, async ({
    sandbox,
    workbench,
  }) => {
    const request = new RequestPage(workbench.page);
    await request.choose(profile, 'Local sandbox');
    await prepare?.(request, sandbox);
    const state = await request.field('state').inputValue();
    expect(state).not.toBe('');
    const tab = await request.open();
    const driver = playwrightDriver(tab);
    await signIn(driver);
    await arrive(driver);
    expect(new URL(tab.url()).searchParams.get('state')).toBe(state);

    await workbench.page.bringToFront();
    await workbench.openTab('Flows');
    await workbench.show(state);
    await expect(workbench.flow).toContainText(`Code received from ${profile}`);
    await expect(workbench.flow.getByRole('list', { name: 'How it was seen' })).toContainText(
      'launched by Grantscope',
    );
    const { searchParams } = new URL(tab.url());
    expect(await workbench.copy('code')).toBe(
      searchParams.get('code') ?? searchParams.get('authorizationCode'),
    );
  });
}

test('recording begins by itself when a request is launched', async ({ extension }) => {
  const workbench = await extension.openWorkbench();
  await workbench.record(false);
  const request = new RequestPage(workbench.page);
  await request.choose('ConnectPay', 'Local sandbox');
  await request.open();
  await workbench.page.bringToFront();
  await workbench.openTab('Flows');
  await expect(workbench.recordSwitch).toBeChecked();
  await expect(workbench.rows).toHaveCount(1);
});

test('the popup launches the last provider again', async ({ extension }) => {
  const popup = await extension.openPopup();
  const opened = extension.context.waitForEvent('page');
  await popup.page.getByRole('button', { name: 'Launch', exact: true }).click();
  const driver = playwrightDriver(await opened);
  await driver.waitFor('#username');
});
