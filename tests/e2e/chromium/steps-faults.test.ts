import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { StepsPage } from '../support/steps-page.ts';

async function arm(origin: string, fault: Readonly<Record<string, unknown>>): Promise<void> {
  const answer = await fetch(`${origin}/sandbox/fault`, { method: 'PUT', body: JSON.stringify(fault) });
  expect(answer.status).toBe(200);
}

test('says plainly what went wrong', async ({ sandbox, extension }) => {
  const { page } = await extension.openWorkbench();
  const steps = new StepsPage(page);
  await steps.choose('finAPI', { access: sandbox.urls.finapi });
  await steps.show('Client token');
  const run = (): Promise<void> => steps.press('Run Client token');

  await arm(sandbox.urls.finapi, { kind: '500' });
  await run();
  await expect(steps.outcome).toContainText('HTTP 500');
  await expect(steps.answer).toContainText('server_error The provider failed.');

  await arm(sandbox.urls.finapi, { kind: 'wrong-content-type' });
  await run();
  await expect(steps.answer).toContainText('The answer is JSON and its content type is text/html');

  await arm(sandbox.urls.finapi, { kind: 'locked' });
  await run();
  await expect(steps.outcome).toContainText('HTTP 423');
  await expect(steps.answer).toContainText('User account is locked');

  await arm(sandbox.urls.finapi, { kind: 'ip-not-allowed' });
  await run();
  await expect(steps.outcome).toContainText('HTTP 403');

  await arm(sandbox.urls.finapi, { kind: 'slow', delay_ms: 60_000 });
  await run();
  await steps.press('Cancel');
  await expect(steps.outcome).toContainText('cancelled');
  await arm(sandbox.urls.finapi, { kind: '500', times: 0 });

  await steps.tab.getByLabel('Base URL access', { exact: true }).fill(sandbox.urls.down);
  await run();
  await expect(steps.outcome).toContainText(`Nothing answered at 127.0.0.1:${sandbox.ports.down}.`);

  await steps.tab.getByLabel('Base URL access', { exact: true }).fill('rubbish');
  await expect(steps.tab).toContainText('access is no http or https address.');
  await run();
  await expect(steps.step.getByRole('alertdialog')).toContainText('Not sent');
});

test('masks secrets until they are revealed, and forgets them', async ({ sandbox, extension }) => {
  const { page } = await extension.openWorkbench();
  const steps = new StepsPage(page);
  await steps.choose('finAPI', { access: sandbox.urls.finapi });
  await steps.show('Client token');
  await steps.fill({ client_secret: 'my-own-secret' });
  const preview = steps.step.getByRole('region', { name: 'Request preview', exact: true });
  await expect(preview).not.toContainText('my-own-secret');
  await preview.getByRole('switch', { name: 'Show secrets' }).click();
  await expect(preview).toContainText('client_secret=my-own-secret');
  await steps.press('Run Client token');
  await expect(steps.outcome).toContainText('HTTP 4');

  const kept = async (): Promise<string> =>
    page.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
  expect(await kept()).not.toContain('my-own-secret');
  await steps.tab.getByRole('switch', { name: 'Save secrets' }).click();
  await expect.poll(kept).toContain('steps-secret:');
  expect(await kept()).not.toContain('my-own-secret');
  await steps.tab.getByRole('button', { name: 'Forget values' }).click();
  await expect.poll(kept).not.toContain('steps-secret:');
  await expect(preview).not.toContainText('my-own-secret');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ options: { colorScheme } });

    test(`axe finds nothing wrong with the Steps tab (${colorScheme})`, async ({ sandbox, extension }) => {
      const { page } = await extension.openWorkbench();
      const steps = new StepsPage(page);
      await steps.choose('finAPI', { access: sandbox.urls.finapi, process: sandbox.urls.finapiProcess });
      await steps.run('Create process', 201);
      expect(await violations(page), 'answered').toEqual([]);
      await steps.show('Delete user');
      await steps.press('Run Delete user');
      for (const width of [1280, 400]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await violations(page), `asked at ${width} pixels`).toEqual([]);
      }
      await steps.press('Back to the steps');
      expect(await violations(page), 'the list alone').toEqual([]);
    });
  });
}
