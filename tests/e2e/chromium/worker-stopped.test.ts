import type { Driver } from '../../sandbox/driver.ts';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { evaluate, findFlow } from '../support/evaluate-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { startGatedProvider } from '../support/gated-provider.ts';
import { isAnswerKept } from '../support/is-answer-kept.ts';

/** Does something each time before a button of a provider's page is pressed. */
const beforeEachClick = (driver: Driver, act: () => Promise<void>): Driver => ({
  ...driver,
  click: async (selector) => {
    await act();
    await driver.click(selector);
  },
});

test.use({ ownBrowser: true });

for (const id of ['connectpay-all', 'openid-hybrid', 'leatherback-granted']) {
  test(`a flow is whole although the worker was stopped on every page in between (${id})`, async ({
    sandbox,
    extension,
  }) => {
    await extension.record(true);
    const scenario = findScenario(id);
    if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
    const bare = await extension.openPage('devtools.html');
    let stops = 0;
    const driver = beforeEachClick(playwrightDriver(extension.tab), async () => {
      // The browser may still be telling the worker of the page that is already on show.
      await expect.poll(() => isAnswerKept(bare, extension.tab.url())).toBe(true);
      await extension.stopWorker();
      stops += 1;
    });
    const started = await runScenario(scenario, sandbox, driver);
    const seen = await findFlow(await extension.link(), started);
    expect(stops).toBeGreaterThanOrEqual(2);
    expect(evaluate(scenario, started, seen)).toEqual([]);
    expect(seen.flow.marks).not.toContain('request-not-seen');
    expect(seen.flow.hops[0]?.url).toBe(started.url);
    expect(seen.flow.hops.map(({ status }) => typeof status)).not.toContain('undefined');
  });
}

test('a flow is whole although the worker was stopped between two hops of one redirect chain', async ({
  sandbox,
  extension,
}) => {
  await extension.record(true);
  const provider = await startGatedProvider();
  const request = {
    redirectUri: `${sandbox.urls.client}/callback`,
    state: 'between-hops',
    code: 'gated-code',
  };
  const url = provider.authorizeUrl(request);
  const navigation = extension.tab.goto(url);
  await provider.waiting;
  await extension.stopWorker();
  provider.letGo();
  await navigation;
  await provider.stop();

  const workbench = await extension.openWorkbench();
  await workbench.show(request.state);
  expect(await workbench.copy('code')).toBe(request.code);
  await workbench.openPart('Hops');
  await expect
    .poll(async () => (await workbench.hopLines()).map(({ status }) => status))
    .toEqual(['302', '302', '200']);
});
