import { arrive, logIn, press } from '../../sandbox/scenarios/steps.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { expect, test } from '../support/fixtures.ts';
import { RequestPage } from '../support/request-page.ts';
import { StepsPage } from '../support/steps-page.ts';

const MODES = [
  ['plain', ['query', 'fragment', 'form_post']],
  ['signed', ['jwt', 'query.jwt', 'fragment.jwt', 'form_post.jwt']],
] as const;

test.beforeEach(async ({ sandbox, workbench }) => {
  const steps = new StepsPage(workbench.page);
  await steps.choose('OpenID', { issuer: sandbox.urls.openid });
  await steps.run('Discovery', 200);
  const request = new RequestPage(workbench.page);
  await request.choose('OpenID', 'Local sandbox');
  await request.field('Authorization endpoint').fill(`${sandbox.urls.openid}/auth`);
  await request.field('redirect_uri').fill(`${sandbox.urls.client}/callback`);
});

for (const [kind, modes] of MODES) {
  test(`a public client exchanges the code of every ${kind} response mode`, async ({ workbench }) => {
    const { page } = workbench;
    const steps = new StepsPage(page);
    const request = new RequestPage(page);
    await request.field('client_id').fill('grantscope-public');
    await request.form.getByText('Extras', { exact: true }).click();
    for (const mode of modes) {
      await workbench.openTab('Request');
      await request.field('response_mode').selectOption(mode);
      const state = await request.field('state').inputValue();
      const tab = await request.open();
      const driver = playwrightDriver(tab);
      if (mode === modes[0]) {
        await logIn(driver);
        await press(driver, '#continue');
      }
      await arrive(driver);
      await tab.close();
      await workbench.openTab('Flows');
      await workbench.show(state);
      await workbench.flow.getByRole('button', { name: 'Exchange…' }).click();
      if (mode === modes[0]) await steps.step.getByLabel('Method', { exact: true }).selectOption('none');
      await expect(steps.field('client_id')).toHaveValue('grantscope-public');
      await expect(steps.field('code_verifier')).toHaveValue(/^[\w-]{43}$/);
      await expect(steps.field('client_secret')).toHaveCount(0);
      await steps.press('Run Code exchange');
      await expect(steps.outcome, mode).toContainText('HTTP 200');
      await expect(steps.answer, mode).toContainText('access_token');
    }
  });
}

test('a pushed request is launched, and its code exchanged with the verifier that was made for it', async ({
  sandbox,
  workbench,
}) => {
  const steps = new StepsPage(workbench.page);
  await workbench.openTab('Steps');
  await steps.show('Pushed authorization request');
  await steps.fill({ redirect_uri: `${sandbox.urls.client}/callback` });
  await expect(steps.field('code_challenge')).toHaveValue(/^[\w-]{43}$/);
  const state = await steps.field('state').inputValue();
  await steps.press('Run Pushed authorization request');
  await expect(steps.outcome).toContainText('HTTP 201');
  await expect(steps.field('state')).not.toHaveValue(state);

  await steps.show('Authorize');
  await steps.press('Open in the Request tab');
  const request = new RequestPage(workbench.page);
  await expect(request.field('request_uri')).toHaveValue(/^urn:ietf:params:oauth:request_uri:/);
  await expect(request.field('state')).toHaveValue(state);
  const driver = playwrightDriver(await request.open());
  await logIn(driver);
  await press(driver, '#continue');
  await arrive(driver);
  await expect(request.field('request_uri')).toHaveValue('');

  await workbench.page.bringToFront();
  await workbench.openTab('Flows');
  await workbench.show(state);
  await workbench.flow.getByRole('button', { name: 'Exchange…' }).click();
  await expect(steps.field('code_verifier')).toHaveValue(/^[\w-]{43}$/);
  await expect(steps.field('redirect_uri')).toHaveValue(`${sandbox.urls.client}/callback`);
  await steps.press('Run Code exchange');
  await expect(steps.outcome).toContainText('HTTP 200');
});

test('the call of an exchange outlives the background worker', async ({ extension, workbench }) => {
  const steps = new StepsPage(workbench.page);
  const request = new RequestPage(workbench.page);
  const state = await request.field('state').inputValue();
  const driver = playwrightDriver(await request.open());
  await logIn(driver);
  await press(driver, '#continue');
  await arrive(driver);
  await workbench.page.bringToFront();
  await workbench.openTab('Flows');
  await workbench.show(state);
  await workbench.flow.getByRole('button', { name: 'Exchange…' }).click();
  await steps.press('Run Code exchange');
  await expect(steps.outcome).toContainText('HTTP 200');
  await workbench.openTab('Flows');
  await expect(workbench.flow.getByRole('tab', { name: 'Calls 1' })).toBeVisible();

  await workbench.page.close();
  await extension.stopWorker();
  const again = await extension.openWorkbench();
  await again.show(state);
  await again.openPart('Calls 1');
  const call = again.flow.getByRole('region', { name: 'Code exchange', exact: true });
  await expect(call).toContainText('HTTP 200');
  await expect(call).toContainText('authorization_code');
});
