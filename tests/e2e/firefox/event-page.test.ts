import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { puppeteerDriver } from '../support/drivers.ts';
import { evaluate, findFlow } from '../support/evaluate-request.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';
import { poll } from '../support/poll.ts';

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

test('a Record command that is given while the event page stops is carried out', async ({ firefox }) => {
  const workbench = await firefox.openPage('workbench.html');
  const panel = new PanelPage(workbench);
  await panel.record(true);
  const isOn = (): Promise<boolean> =>
    workbench.$eval('::-p-aria([name="Record"][role="switch"])', (found) => found.ariaChecked === 'true');
  const stored = (): Promise<unknown> =>
    workbench.evaluate(
      "browser.storage.local.get('settings:recording').then((found) => found['settings:recording'])",
    );
  for (let round = 1; round <= 8; round++) {
    const wanted = !(await isOn());
    // Stopped before, while and after the command is on its way, as it happens.
    await Promise.all([firefox.stopBackground(), panel.press('switch', 'Record')]);
    await poll(async () => (await isOn()) === wanted, `Record being ${wanted} in round ${round}`);
    // A later life of the background reads what was chosen, and says the same.
    await firefox.stopBackground();
    expect(await stored()).toBe(wanted ? 'while-open' : 'off');
    await poll(async () => (await isOn()) === wanted, `Record staying ${wanted} in round ${round}`);
  }
});
