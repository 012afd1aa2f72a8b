import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { puppeteerDriver } from '../support/drivers.ts';
import { evaluate, findFlow, observedParameters } from '../support/evaluate-request.ts';
import { expect, sharedFirefoxTest as test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

/** One of each provider, channel and way to redirect, and every hostile answer. */
const IDS = [
  'connectpay-all',
  'connectpay-none',
  'leatherback-granted',
  'openid-code',
  'openid-hybrid',
  'openid-form_post',
  'openid-par',
  'openid-jar',
  'openid-native',
  'lab-via-301',
  'lab-via-303',
  'lab-via-307',
  'lab-via-meta',
  'lab-via-script',
  'lab-via-slow',
  'lab-channel-query',
  'lab-channel-fragment',
  'lab-channel-form_post',
  'lab-channel-jarm-query',
  'lab-channel-jarm-fragment',
  'lab-channel-jarm-form',
  'lab-chain-5',
  'lab-scheme-302',
  'lab-scheme-script',
  'lab-dead-host',
  'lab-launch-iframe',
  'lab-launch-popup',
  'lab-launch-tab',
  'lab-federated',
  'lab-bad-huge',
  'lab-bad-control',
  'lab-bad-html',
];

for (const id of IDS) {
  test(`Firefox shows what came of ${id}`, async ({ sandbox, firefox }) => {
    const scenario = findScenario(id);
    if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
    const workbench = new PanelPage(await firefox.openPage('workbench.html'));
    await workbench.record(true);
    const tab = await firefox.newTab();
    const started = await runScenario(scenario, sandbox, puppeteerDriver(tab));
    const seen = await findFlow(await firefox.link(), started);
    expect(evaluate(scenario, started, seen)).toEqual([]);
    if (id.startsWith('lab-bad-')) return;
    const { code = '', authorizationCode = code, error = authorizationCode } = observedParameters(seen.flow);
    await expect.poll(() => workbench.flowText()).toContain(started.state);
    expect(await workbench.flowText()).toContain(error);
  });
}
