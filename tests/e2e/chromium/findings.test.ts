import { violations } from '../support/axe.ts';
import { FindingsView } from '../support/findings-view.ts';
import { expect, test } from '../support/fixtures.ts';

/** An answer with another state and with a state that is easy to guess. */
const faulty = (lab: string, client: string): string =>
  `${lab}/mistake/state-other/authorize?${new URLSearchParams({
    response_type: 'code id_token',
    client_id: 'grantscope-lab',
    redirect_uri: `${client}/callback`,
    scope: 'openid',
    state: 'abc',
    nonce: '9f8b5c0e-27a4-4a7c-8a0f-1f6f2f6f5a10',
  })}`;

test.beforeEach(async ({ sandbox, extension, workbench }) => {
  await extension.tab.goto(faulty(sandbox.urls.lab, sandbox.urls.client));
  await extension.tab.getByRole('heading').first().waitFor();
  await workbench.page.bringToFront();
});

test('a finding stands on its parameter and leads to what the rule says', async ({ workbench }) => {
  const findings = new FindingsView(workbench);
  await workbench.openPart('Callback');
  await workbench.flow.getByRole('button', { name: /^Error CB01: state is “never-sent-/ }).click();
  await expect(findings.filter).toHaveValue('CB01');
  await expect(findings.items).toHaveCount(1);
  await expect(findings.items).toContainText('Error CB01');
  await expect(findings.items).toContainText('Do not use the code;');
  await expect(findings.items).toContainText('RFC 6749 sections 4.1.2 and 10.12');
  await findings.items.getByText('About CB01').click();
  await expect(findings.items).toContainText('The callback returns the state of the request, once.');
  expect(await violations(workbench.page)).toEqual([]);
});

test('findings are filtered by text and severity, and counted', async ({ workbench }) => {
  const findings = new FindingsView(workbench);
  await findings.open();
  const all = await findings.items.count();
  await expect(findings.count).toHaveText(`${all} findings`);
  await findings.filter.fill('sample value');
  await expect(findings.items).toHaveCount(1);
  await expect(findings.count).toHaveText(`1 of ${all} findings`);
  await findings.filter.fill('no such thing');
  await expect(workbench.flow.getByText('No finding matches')).toBeVisible();
  await findings.filter.fill('');
  expect(await findings.errors()).toEqual(['CB01']);
});

test('a silenced rule is counted, shown on request and restored; the row counts no more', async ({
  extension,
  workbench,
}) => {
  const findings = new FindingsView(workbench);
  await findings.open();
  const all = await findings.items.count();
  await expect(workbench.rows.first()).toContainText('1 error');
  await findings.items.getByRole('button', { name: 'Ignore CB01 for OpenID' }).click();
  await expect(findings.items).toHaveCount(all - 1);
  await expect(findings.silenced).toContainText('1 ignored for OpenID');
  await expect(workbench.rows.first()).not.toContainText('error');
  expect(await violations(workbench.page)).toEqual([]);

  const again = new FindingsView(await extension.openWorkbench());
  await again.open();
  await expect(again.silenced).toContainText('1 ignored for OpenID');
  await again.silenced.getByRole('button', { name: 'Show' }).click();
  await again.silenced.getByRole('button', { name: 'Restore CB01' }).click();
  await expect(again.items).toHaveCount(all);
  await expect(findings.items).toHaveCount(all);
  await expect(workbench.rows.first()).toContainText('1 error');
});

test('a flow is evaluated by the family that the user chooses, on every page', async ({
  extension,
  workbench,
}) => {
  const findings = new FindingsView(workbench);
  await findings.open();
  expect(await findings.errors()).toEqual(['CB01']);
  await findings.evaluateAs('FAPI 2.0');
  expect(await findings.errors()).toContain('AR24');
  await expect(workbench.rows.first()).not.toContainText('1 error');

  const again = new FindingsView(await extension.openWorkbench());
  await again.open();
  expect(await again.errors()).toContain('AR24');
  await workbench.page.bringToFront();
  await findings.evaluateAs('By profile (OpenID)');
  await expect(workbench.rows.first()).toContainText('1 error');
  expect(await findings.errors()).toEqual(['CB01']);
});
