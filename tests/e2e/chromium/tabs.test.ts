import { connectpayRequest } from '../../sandbox/scenarios/connectpay.ts';
import { arrive, confirmFactor, logIn } from '../../sandbox/scenarios/steps.ts';
import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { findFlow, observedParameters } from '../support/evaluate-request.ts';
import { expect, test } from '../support/fixtures.ts';

test('two flows that take turns in two tabs stay apart', async ({ sandbox, extension, background }) => {
  await extension.record(true);
  const tabs = [extension.tab, await extension.context.newPage()];
  const lanes = tabs.map((tab) => ({
    tab,
    driver: playwrightDriver(tab),
    started: connectpayRequest(sandbox),
  }));
  const inTurns = async (act: (lane: (typeof lanes)[number]) => Promise<void>): Promise<void> => {
    for (const lane of lanes) await act(lane);
  };
  await inTurns(({ driver, started }) => driver.goto(started.url));
  await inTurns(({ driver }) => logIn(driver));
  await inTurns(({ driver }) => confirmFactor(driver));
  await inTurns(async ({ driver }) => {
    await driver.waitFor('#grant');
    await driver.click('input[value="psd2-ais"]');
    await driver.click('#grant');
  });
  await inTurns(({ driver }) => arrive(driver));

  const flows = await Promise.all(lanes.map(({ started }) => findFlow(background, started)));
  for (const [index, { started, tab }] of lanes.entries()) {
    const flow = flows[index]?.flow;
    expect(flow?.request?.values.state?.value).toBe(started.state);
    expect(flow && observedParameters(flow).code).toBe(new URL(tab.url()).searchParams.get('code'));
    expect(flow?.hops.at(-1)?.url).toBe(tab.url());
  }
  expect(new Set(flows.map(({ flow }) => flow.tabId)).size).toBe(2);
  expect(flows[0]?.flow.hops.length).toBe(flows[1]?.flow.hops.length);
});

for (const [id, sentence] of [
  ['lab-launch-popup', /opened/],
  ['lab-launch-tab', /opened/],
  ['lab-launch-iframe', /iframe/],
] as const) {
  test(`says where a flow took place that did not take place in the tab itself (${id})`, async ({
    sandbox,
    extension,
    background,
    workbench,
  }) => {
    const scenario = findScenario(id);
    if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
    const started = await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
    const { flow } = await findFlow(background, started);
    await workbench.show(started.state);
    await expect(workbench.flow.getByRole('list', { name: 'How it was seen' })).toContainText(sentence);
    const [opener] = await extension.tabIds([extension.tab]);
    if (id === 'lab-launch-iframe') expect(flow.tabId).toBe(opener);
    else expect(flow.openerTabId).toBe(opener);
  });
}
