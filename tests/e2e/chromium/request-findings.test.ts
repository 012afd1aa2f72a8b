import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { RequestPage } from '../support/request-page.ts';

test('a request is evaluated while it is written', async ({ extension }) => {
  const { page } = await extension.openWorkbench();
  const request = new RequestPage(page);
  await request.choose('OpenID', 'Local sandbox');
  await expect(request.counts).toHaveText('no errors, no warnings, no notes');

  await request.field('redirect_uri').fill('http://app.example/callback');
  await expect(request.findingsOn('redirect_uri')).toHaveText([
    /^Error AR07 redirect_uri “http:\/\/app\.example\/callback” sends the response over http.*Send a registered redirect URI that begins with https/,
  ]);
  await request.field('scope').fill('openid  email');
  await expect(request.findingsOn('scope')).toHaveText([/^Error AR12 scope has one space too many/]);
  await request.field('state').fill('abc');
  await expect(request.findingsOn('state')).toHaveText([/^Warning AR15 state “abc” is a sample value/]);
  await expect(request.counts).toHaveText('2 errors, 1 warning, no notes');
  await expect(request.findings.getByRole('listitem')).toHaveText([
    'Error AR07 redirect_uri',
    'Error AR12 scope',
    'Warning AR15 state',
  ]);
  await request.press('AR15 state');
  await expect(request.field('state')).toBeFocused();
  await expect(request.field('state')).toBeInViewport();
  expect(await violations(page)).toEqual([]);

  await request.field('redirect_uri').fill('http://127.0.0.1:4610/callback');
  await request.field('scope').fill('openid email');
  await request.press('New state');
  await expect(request.counts).toHaveText('no errors, no warnings, no notes');
});

test('what a rule says is not said a second time', async ({ extension }) => {
  const { page } = await extension.openWorkbench();
  const request = new RequestPage(page);
  await request.choose('ConnectPay', 'Local sandbox');
  await expect(request.counts).toHaveText('no errors, no warnings, no notes');
  await request.field('nonce').fill('123');
  await request.field('redirect_url').fill('http://127.0.0.1:4610/callback?a=1');
  await expect(request.findingsOn('nonce')).toHaveText([/^Error CP03 nonce “123” is not a version 4 UUID/]);
  await expect(request.findingsOn('redirect_url')).toHaveText([/^Error CP02 .*has query parameters/]);
  await expect(request.counts).toHaveText('2 errors, no warnings, no notes');
});

test('without an address Open says what it lacks, and says it once', async ({ extension }) => {
  const { page } = await extension.openWorkbench();
  const request = new RequestPage(page);
  await request.choose('OpenID', 'Local sandbox');
  const open = request.form.getByRole('button', { name: 'Open', exact: true });
  await request.field('Authorization endpoint').fill('nowhere');
  await expect(open).toHaveAccessibleDescription(/“nowhere” is no http or https address/);
  await expect(open).toHaveAttribute('aria-disabled', 'true');
  await expect(request.form.getByText('is no http or https address')).toHaveCount(1);
  await request.press('Reset to the documented address');
  await expect(open).toHaveAttribute('aria-disabled', 'false');
});

test('claims of a request object are evaluated where they stand', async ({ extension }) => {
  const { page } = await extension.openWorkbench();
  const request = new RequestPage(page);
  await request.choose('Leatherback', 'Local sandbox');
  const open = request.form.getByRole('button', { name: 'Open', exact: true });
  await expect(open).toHaveAttribute('aria-disabled', 'true');
  await expect(open).toHaveAccessibleDescription(/There is no key to sign the request object with/);
  await expect(request.form.getByText('There is no key to sign the request object with')).toHaveCount(1);
  await request.press('Generate a key');
  await expect(request.counts).toHaveText(/^no errors, no warnings, \d notes$/);
  await expect(open).toHaveAttribute('aria-disabled', 'false');
  await expect(request.findingsOn('state')).toContainText([/LB04/]);
  await expect(request.findingsOn('the request object')).toContainText([/RO08/]);
  await request
    .field('scope')
    .selectOption('Other…')
    .catch(() => undefined);
  await request.field('scope').fill('account');
  await expect(request.findingsOn('scope')).toContainText([/LB03 scope of the request object is “account”/]);
});

test('a rule is silenced for a profile, visibly, and heard again', async ({ extension }) => {
  const { page } = await extension.openWorkbench();
  const request = new RequestPage(page);
  await request.choose('OpenID', 'Local sandbox');
  await request.field('state').fill('abc');
  await request.press('Ignore AR15');
  await expect(request.counts).toHaveText('no errors, no warnings, no notes');
  await expect(request.findingsOn('state')).toHaveCount(0);
  await expect(request.form.getByText('Ignored for OpenID: AR15.')).toBeVisible();
  await request.press('Show again');
  await expect(request.findingsOn('state')).toHaveText([/AR15/]);
});
