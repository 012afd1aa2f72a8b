import type { Page } from '@playwright/test';
import { arrive, confirmFactor, logIn, press } from '../../sandbox/scenarios/steps.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { expect } from '../support/fixtures.ts';
import type { FlowsPage } from '../support/flows-page.ts';
import { mappedTest as test } from '../support/mapped-sandbox.ts';
import { readyDauth } from '../support/ready-dauth.ts';
import { RequestPage } from '../support/request-page.ts';
import { runCurl } from '../support/run-curl.ts';
import { StepsPage } from '../support/steps-page.ts';

test.slow();

/** Shows the newest flow and goes to its exchange. */
async function exchange(workbench: FlowsPage, steps: StepsPage): Promise<void> {
  await workbench.page.bringToFront();
  await workbench.openTab('Flows');
  await workbench.rows.first().click();
  await workbench.flow.getByRole('button', { name: 'Exchange…' }).click();
  await expect(steps.step.getByRole('heading', { name: 'Code exchange', level: 2 })).toBeVisible();
}

/** The flow shows the call, and none of its secrets. */
async function expectCall(workbench: FlowsPage, name: string, fields: string): Promise<void> {
  await workbench.openTab('Flows');
  await workbench.openPart('Calls');
  const call = workbench.flow.getByRole('region', { name, exact: true });
  await expect(call).toContainText('HTTP 200');
  await expect(call).toContainText(fields);
  await expect(call).not.toContainText('-sandbox-secret');
}

async function signIn(tab: Page, ...buttons: readonly string[]): Promise<void> {
  const driver = playwrightDriver(tab);
  await logIn(driver);
  for (const button of buttons) {
    if (button === 'otp') await confirmFactor(driver);
    else await press(driver, button);
  }
  await arrive(driver);
}

test('finAPI, from the first process to the deleted user', async ({ sandbox, workbench }) => {
  const steps = new StepsPage(workbench.page);
  await steps.choose('finAPI');
  await expect(steps.row('Process token exchange')).toContainText('Needs process-token');
  await steps.run('Create process', 201);
  await expect(steps.row('Process token exchange')).not.toContainText('lacks');
  await steps.run('Process token exchange', 200);
  await steps.run('Client token', 200);
  const curl = await steps.curl();
  expect(await runCurl(curl, sandbox)).toMatchObject({
    status: 200,
    json: { access_token: expect.any(String), token_type: 'bearer' },
  });
  await steps.show('Create user');
  await steps.fill({ id: 'no spaces please' });
  await steps.press('Run Create user');
  await expect(steps.step.getByRole('alertdialog')).toContainText('id “no spaces please”');
  await steps.press('Close');
  await steps.run('Create user', 201, { id: 'steps-user', password: 'steps-password' });
  await steps.run('User token', 200);
  await steps.run('Refresh user token', 200);
  await steps.run('Revoke token', 200);
  await steps.run('User token', 200);
  await steps.show('Delete user');
  await steps.press('Run Delete user');
  await expect(steps.step.getByRole('alertdialog')).toBeVisible();
  await steps.press('Yes, run it');
  await expect(steps.outcome).toContainText('HTTP 200');
});

test('ConnectPay, from the sign-in to the refreshed token, recorded in its flow', async ({ workbench }) => {
  const steps = new StepsPage(workbench.page);
  await steps.choose('ConnectPay');
  await steps.show('Authorize');
  await steps.press('Open in the Request tab');
  const request = new RequestPage(workbench.page);
  await expect(request.field('Profile')).toHaveValue('connectpay');
  await signIn(await request.open(), 'otp', 'input[name="scope"]', '#grant');
  await exchange(workbench, steps);
  await steps.press('Run Code exchange');
  await expect(steps.outcome).toContainText('HTTP 200');
  await expectCall(workbench, 'Code exchange', 'authorization_code');
  await workbench.openTab('Steps');
  await steps.run('Refresh', 200);
  await steps.run('Secured authorization', 200);
  await expect(steps.answer.getByRole('link', { name: 'Open the page' })).toBeVisible();
  await steps.show('Code exchange');
  await steps.press('Run Code exchange');
  await expect(steps.answer).toContainText('invalid_grant');
});

test('Leatherback, from the registration to the customer’s token', async ({ workbench }) => {
  const steps = new StepsPage(workbench.page);
  await steps.choose('Leatherback');
  await steps.run('Register', 200);
  await steps.run('Client token', 200);
  await steps.run('Consent', 201);
  await steps.show('Request object');
  await expect(steps.field('openbanking_intent_id')).not.toHaveValue('');
  const consent = await steps.field('openbanking_intent_id').inputValue();
  await steps.press('Open in the Request tab');
  const request = new RequestPage(workbench.page);
  await expect(request.field('openbanking_intent_id')).toHaveValue(consent);
  await request.press('Generate a key');
  await request.press('Register the public key with the sandbox');
  await expect(request.form.getByRole('status').filter({ hasText: 'Registered' })).toBeVisible();
  await signIn(await request.open(), 'otp', '#grant');
  await exchange(workbench, steps);
  await steps.press('Run Code exchange');
  await expect(steps.outcome).toContainText('HTTP 200');
  await expectCall(workbench, 'Code exchange', 'authorization_code');
});

test('Open Bank Project, from the caller to a revoked view', async ({ sandbox, workbench }) => {
  const { page } = workbench;
  await readyDauth(workbench);
  const steps = new StepsPage(page);
  await steps.choose('Open Bank Project');
  await steps.run('Current user', 200);
  const body = await steps.answer.getByRole('region', { name: 'Body', exact: true }).textContent();
  const curl = await runCurl(await steps.curl(), sandbox);
  expect(curl.status).toBe(200);
  for (const value of Object.values(curl.json as Record<string, unknown>)) {
    if (typeof value === 'string') expect(body).toContain(value);
  }
  await steps.run('Create (DAuth) User with Account Access', 201);
  await steps.show('Grant User access to View');
  await steps.press('Run Grant User access to View');
  await expect(steps.outcome).toContainText('HTTP 201');
  await steps.show('Revoke User access to View');
  await steps.press('Run Revoke User access to View');
  await steps.press('Yes, run it');
  await expect(steps.outcome).toContainText('HTTP 201');
});

test('OpenID, from the discovery to the revoked token', async ({ sandbox, workbench }) => {
  const steps = new StepsPage(workbench.page);
  await steps.choose('OpenID', { issuer: sandbox.urls.openid });
  await steps.run('Discovery', 200);
  const discovered = await runCurl(await steps.curl(), sandbox);
  expect(discovered).toMatchObject({ status: 200, json: { issuer: sandbox.urls.openid } });
  await steps.run('JWKS', 200);
  await steps.run('Client credentials', 200);
  const request = new RequestPage(workbench.page);
  await request.choose('OpenID', 'Local sandbox');
  await request.field('Authorization endpoint').fill(`${sandbox.urls.openid}/auth`);
  await request.field('redirect_uri').fill(`${sandbox.urls.client}/callback`);
  await signIn(await request.open(), '#continue');
  await exchange(workbench, steps);
  await expect(steps.field('code_verifier')).toHaveValue(/^[\w-]{43}$/);
  await expect(steps.field('redirect_uri')).toHaveValue(`${sandbox.urls.client}/callback`);
  await steps.press('Run Code exchange');
  await expect(steps.outcome).toContainText('HTTP 200');
  await expectCall(workbench, 'Code exchange', 'authorization_code');
  await workbench.openTab('Steps');
  await steps.run('Userinfo', 200);
  await steps.answer.getByRole('button', { name: 'Copy sub', exact: true }).first().click();
  await steps.run('Introspection', 200);
  await steps.show('Revocation');
  await steps.press('Run Revocation');
  await steps.press('Yes, run it');
  await expect(steps.outcome).toContainText('HTTP 200');
  await steps.run('Device authorization', 200);
  await steps.run('Device token', 400);
  await expect(steps.answer).toContainText('authorization_pending');
});

for (const [method, client, secret] of [
  ['client_secret_basic', 'grantscope-web', 'openid-sandbox-secret'],
  ['client_secret_post', 'grantscope-post', 'openid-sandbox-secret'],
  ['client_secret_jwt', 'grantscope-secret-jwt', 'openid-sandbox-secret-of-more-than-32-bytes'],
  ['private_key_jwt', 'grantscope-key-jwt', undefined],
] as const) {
  test(`OpenID with ${method}`, async ({ sandbox, workbench }) => {
    const steps = new StepsPage(workbench.page);
    await steps.choose('OpenID', { issuer: sandbox.urls.openid });
    await steps.run('Discovery', 200);
    await steps.show('Client credentials');
    await steps.step.getByLabel('Method', { exact: true }).selectOption(method);
    await steps.fill({ client_id: client, ...(secret === undefined ? {} : { client_secret: secret }) });
    if (method === 'private_key_jwt') {
      await workbench.openTab('Keys');
      const keys = workbench.page.getByRole('tabpanel', { name: 'Keys', exact: true });
      await keys.getByLabel('Algorithm', { exact: true }).selectOption('ES256');
      await keys.getByRole('button', { name: 'Generate', exact: true }).click();
      await expect(keys.getByRole('list', { name: 'Keys', exact: true })).toContainText('ES256');
      await keys
        .getByRole('button', { name: /^Copy (the )?(public )?JWKS/ })
        .first()
        .click();
      const jwks = await workbench.page.evaluate(() => navigator.clipboard.readText());
      const registered = await fetch(`${sandbox.urls.openid}/sandbox/jwks?client_id=${client}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: jwks,
      });
      expect(registered.status).toBe(200);
      await workbench.openTab('Steps');
    }
    await steps.press('Run Client credentials');
    await expect(steps.outcome).toContainText('HTTP 200');
    expect(await runCurl(await steps.curl(), sandbox)).toMatchObject({
      status: 200,
      json: { token_type: 'Bearer' },
    });
  });
}
