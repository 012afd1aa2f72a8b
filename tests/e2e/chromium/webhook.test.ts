import type { ScenarioStart } from '../../sandbox/scenarios/scenario.ts';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import type { Sandbox } from '../../sandbox/start.ts';
import { violations } from '../support/axe.ts';
import type { ChromiumExtension } from '../support/chromium.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { expect, test } from '../support/fixtures.ts';
import type { FlowsPage } from '../support/flows-page.ts';
import { StepsPage } from '../support/steps-page.ts';

async function grant(extension: ChromiumExtension, sandbox: Sandbox): Promise<ScenarioStart> {
  const scenario = findScenario('leatherback-granted');
  if (scenario === undefined) throw new Error('There is no scenario leatherback-granted.');
  return runScenario(scenario, sandbox, playwrightDriver(extension.tab));
}

const webhooks = (workbench: FlowsPage) =>
  workbench.page.getByRole('region', { name: 'Webhooks', exact: true });

async function readInbox(workbench: FlowsPage, url: string): Promise<void> {
  await webhooks(workbench).getByLabel('or an inbox’s address').fill(url);
  await webhooks(workbench).getByRole('button', { name: 'Read inbox' }).click();
}

async function openWebhooks(workbench: FlowsPage): Promise<void> {
  await workbench.page.bringToFront();
  await workbench.page.getByRole('button', { name: 'Webhooks…' }).click();
  await expect(webhooks(workbench).getByLabel('Webhook body')).toBeFocused();
}

test('the webhook of Leatherback is read from the inbox and joins the flow of its redirect', async ({
  sandbox,
  extension,
  workbench,
}) => {
  const { state } = await grant(extension, sandbox);
  const inbox = `${sandbox.urls.client}/webhook/inbox`;
  await openWebhooks(workbench);
  expect(await violations(workbench.page)).toEqual([]);
  await readInbox(workbench, inbox);
  const said = webhooks(workbench).getByRole('status');
  await expect(said).toContainText('1 webhook joined its flow.');

  await workbench.show(state);
  await workbench.openPart('Webhooks');
  const code = await workbench.copy('code');
  const table = workbench.flow.getByRole('table', { name: 'Parameters of webhook 1' });
  await expect(table).toContainText('authorizationCode');
  await expect(table).toContainText(state);
  await expect(workbench.flow).toContainText('Its state matches the request');
  await expect(workbench.flow).toContainText('The state inside its code is the same');
  expect(JSON.parse(await workbench.copy('body of webhook 1'))).toEqual({ authorizationCode: code, state });
  expect(await violations(workbench.page)).toEqual([]);

  await readInbox(workbench, inbox);
  await expect(said).toContainText('1 webhook was known already.');
  await expect(workbench.flow.getByRole('heading', { name: 'Webhook 2' })).toHaveCount(0);

  await workbench.flow.getByRole('button', { name: 'Open its token in Token tab' }).click();
  await expect(workbench.page.getByRole('region', { name: 'Payload' })).toContainText(state);
});

test('a webhook with another state than the browser’s is a finding', async ({
  sandbox,
  extension,
  workbench,
}) => {
  const { state } = await grant(extension, sandbox);
  await workbench.page.bringToFront();
  await workbench.show(state);
  const code = await workbench.copy('code');
  await openWebhooks(workbench);
  await webhooks(workbench)
    .getByLabel('Webhook body')
    .fill(JSON.stringify({ authorizationCode: code, state: 'somebody-else' }));
  await webhooks(workbench).getByRole('button', { name: 'Take this webhook' }).click();
  await expect(webhooks(workbench).getByRole('status')).toContainText('1 webhook joined its flow.');
  await workbench.openPart('Findings');
  await expect(workbench.flow).toContainText('LB07');
  await expect(workbench.flow).toContainText('somebody-else');
  await workbench.openPart('Webhooks');
  await expect(workbench.flow).toContainText('Its state differs');
  await expect(workbench.flow).toContainText('The state inside its code is another');
});

test('a webhook without a redirect fills the exchange of its flow', async ({
  sandbox,
  extension,
  workbench,
}) => {
  const started = await findScenario('leatherback-granted')?.start(sandbox);
  await extension.tab.goto(started?.url ?? '');
  await extension.tab.waitForSelector('#username');
  const state = started?.state ?? '';
  await workbench.page.bringToFront();
  await openWebhooks(workbench);
  await webhooks(workbench)
    .getByLabel('Webhook body')
    .fill(JSON.stringify({ authorizationCode: 'told-by-webhook', state }));
  await webhooks(workbench).getByRole('button', { name: 'Take this webhook' }).click();
  await expect(webhooks(workbench).getByRole('status')).toContainText('1 webhook joined its flow.');
  await workbench.show(state);
  await workbench.openPart('Webhooks');
  await workbench.flow.getByRole('button', { name: 'Exchange…' }).click();
  const steps = new StepsPage(workbench.page);
  await expect(steps.step.getByRole('heading', { name: 'Code exchange', level: 2 })).toBeVisible();
  await expect(steps.field('code')).toHaveValue('told-by-webhook');
});

test('a webhook that comes before its flow waits for it, also while the worker is stopped', async ({
  sandbox,
  extension,
}) => {
  const workbench = await extension.openWorkbench();
  await workbench.record(true);
  await openWebhooks(workbench);
  await webhooks(workbench).getByLabel('Webhook body').fill('code=early-code&state=early-state');
  await webhooks(workbench).getByRole('button', { name: 'Take this webhook' }).click();
  await expect(webhooks(workbench).getByRole('status')).toContainText('waits for a flow');
  await expect(workbench.rows).toHaveCount(1);
  await expect(workbench.flow).toContainText('Only a webhook reported it');
  await workbench.page.close();
  await extension.stopWorker();

  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'lab-client',
    redirect_uri: `${sandbox.urls.client}/callback`,
    state: 'early-state',
  });
  await extension.tab.goto(`${sandbox.urls.lab}/authorize/302/query?${query}`);
  const again = await extension.openWorkbench();
  await expect(again.rows).toHaveCount(1);
  await again.show('early-state');
  await again.openPart('Webhooks 1');
  await expect(again.flow).toContainText('Its state matches the request');
  await again.openPart('Hops 2');
});

test('what is no webhook is refused with the reason, and stays in the field', async ({
  sandbox,
  workbench,
}) => {
  await openWebhooks(workbench);
  const field = webhooks(workbench).getByLabel('Webhook body');
  const said = webhooks(workbench).getByRole('status');
  await field.fill('{"hello": ');
  await webhooks(workbench).getByRole('button', { name: 'Take this webhook' }).click();
  await expect(said).toContainText('cannot be read as JSON');
  await expect(field).toHaveValue('{"hello": ');
  await readInbox(workbench, `${sandbox.urls.client}/webhook/inbox`);
  await expect(said).toContainText('The inbox is empty');
  await readInbox(workbench, `${sandbox.urls.client}/nowhere`);
  await expect(said).toContainText('answered with status 404');
  await readInbox(workbench, 'http://127.0.0.1:9/');
  await expect(said).toContainText('cannot be reached');
  await readInbox(workbench, 'not an address');
  await expect(said).toContainText('no http or https address');
  await field.press('Escape');
  await expect(webhooks(workbench)).toHaveCount(0);
  await expect(workbench.page.getByRole('button', { name: 'Webhooks…' })).toBeFocused();
});
