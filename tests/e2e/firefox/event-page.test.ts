import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { puppeteerDriver } from '../support/drivers.ts';
import { evaluate, findFlow } from '../support/evaluate-request.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

test.use({ firefoxOptions: { idleTimeout: 300 } });

for (const id of ['connectpay-all', 'openid-form_post']) {
  test(`a flow is whole although the event page expired on every page in between (${id})`, async ({
    sandbox,
    firefox,
  }) => {
    const scenario = findScenario(id);
    if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
    const workbench = await firefox.openPage('workbench.html');
    await new PanelPage(workbench).record(true);
    await workbench.close();
    const background = await firefox.link();
    const driver = puppeteerDriver(await firefox.newTab());
    let expired = 0;
    const started = await runScenario(scenario, sandbox, {
      ...driver,
      click: async (selector) => {
        await firefox.expireBackground(background.page);
        expired += 1;
        await driver.click(selector);
      },
    });
    const seen = await findFlow(background, started);
    expect(expired).toBeGreaterThanOrEqual(2);
    expect(evaluate(scenario, started, seen)).toEqual([]);
    expect(seen.flow.marks).not.toContain('request-not-seen');
    expect(seen.flow.hops[0]?.url).toBe(started.url);
  });
}
