import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { puppeteerDriver } from '../support/drivers.ts';
import { expect, firefoxTest as test } from '../support/fixtures.ts';

const scenario = findScenario('connectpay-all');

test('the panel in Firefox’s developer tools records, and shows the values of a callback', async ({
  sandbox,
  firefox,
}) => {
  const tab = await firefox.newTab();
  await tab.goto(sandbox.urls.start);
  const panel = await firefox.showPanel();
  // Being open it records, as soon as the background knows of it.
  const isRecording = `document.querySelector('.switch.recording')?.getAttribute('aria-checked')`;
  await expect.poll(() => panel.read(isRecording)).toBe('true');
  if (scenario === undefined) throw new Error('There is no such scenario.');
  const { state } = await runScenario(scenario, sandbox, puppeteerDriver(tab));
  await expect.poll(() => panel.text()).toContain('Code received');
  const text = await panel.text();
  expect(text).toContain(state);
  expect(text).toContain(new URL(tab.url()).searchParams.get('code'));
});

test('every tab of the panel in Firefox’s developer tools shows its content', async ({
  firefox,
  sandbox,
}) => {
  const tab = await firefox.newTab();
  await tab.goto(sandbox.urls.start);
  const panel = await firefox.showPanel();
  const signs: readonly (readonly [tab: string, sign: string])[] = [
    ['Request', 'response_type'],
    ['Token', 'Not verified'],
    ['DAuth', 'smart_contract_address'],
    ['Keys', 'Generate'],
    ['Settings', 'Site access'],
    ['Flows', 'Record'],
  ];
  for (const [name, sign] of signs) {
    await panel.press('[role=tab]', name);
    await expect.poll(() => panel.text(), { message: name }).toContain(sign);
  }
});

test('the panel in Firefox’s developer tools asks for access in the workbench, since it may not itself', async ({
  sandbox,
  firefox,
}) => {
  const tab = await firefox.newTab();
  await tab.goto(sandbox.urls.start);
  const panel = await firefox.showPanel();
  await panel.press('[role=tab]', 'Settings');
  await panel.press('button', 'Allow ConnectPay');
  const address = async (): Promise<string> =>
    (await Promise.all((await firefox.browser.pages()).map((page) => firefox.addressOf(page)))).join(' ');
  await expect
    .poll(address)
    .toContain('workbench.html#settings?allow=https%3A%2F%2Fapi-stage.connectpay.com%2F*');
});
