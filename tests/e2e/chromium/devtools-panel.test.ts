import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { DevToolsBrowser, type DevToolsPanel } from '../support/devtools-panel.ts';
import { puppeteerDriver } from '../support/drivers.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

const test = base.extend<{ readonly devtools: DevToolsBrowser }>({
  devtools: async ({ options }, use) => {
    const devtools = await DevToolsBrowser.launch(options.directory);
    await use(devtools);
    await devtools.close();
  },
});

test('the panel in DevTools shows the flows of its own tab, and of all tabs when asked', async ({
  sandbox,
  devtools,
}, info) => {
  const opened = await devtools.openPanel(sandbox.urls.start);
  const panel = new PanelPage(opened.panel);
  await panel.record(true);
  const scenario = findScenario('connectpay-all');
  const elsewhere = findScenario('lab-via-302');
  if (scenario === undefined || elsewhere === undefined) throw new Error('A scenario is missing.');

  const { state } = await runScenario(scenario, sandbox, puppeteerDriver(opened.tab));
  await expect.poll(() => panel.flowText()).toContain(state);
  expect(await panel.flowText()).toContain(new URL(opened.tab.url()).searchParams.get('code'));

  const other = await devtools.browser.newPage();
  await runScenario(elsewhere, sandbox, puppeteerDriver(other));
  await opened.devtools.bringToFront();
  await panel.press('button', 'More');
  await panel.press('checkbox', 'All tabs');
  await expect.poll(() => panel.rowCount()).toBe(2);
  await opened.devtools.keyboard.press('Space');
  await expect.poll(() => panel.rowCount()).toBe(1);

  await opened.devtools.screenshot({ path: info.outputPath('devtools-panel.png') as `${string}.png` });
});

test('a copy button works inside DevTools', async ({ sandbox, devtools }) => {
  const opened = await devtools.openPanel(sandbox.urls.start);
  const panel = new PanelPage(opened.panel);
  await panel.record(true);
  const scenario = findScenario('connectpay-all');
  if (scenario === undefined) throw new Error('A scenario is missing.');
  await runScenario(scenario, sandbox, puppeteerDriver(opened.tab));
  await expect.poll(() => panel.flowText()).toContain('Code received');
  await opened.devtools.bringToFront();
  await panel.press('button', 'Copy code');
  await expect.poll(() => panel.flowText()).toContain('Copied code');
  await panel.pasteIntoFilter(opened.devtools.keyboard);
  expect(await panel.filterText()).toBe(new URL(opened.tab.url()).searchParams.get('code'));
});

test('Escape and Ctrl with F stay in the panel that uses them', async ({ sandbox, devtools }) => {
  const opened = await devtools.openPanel(sandbox.urls.start);
  const panel = new PanelPage(opened.panel);
  await panel.record(true);
  const scenario = findScenario('connectpay-all');
  if (scenario === undefined) throw new Error('A scenario is missing.');
  await runScenario(scenario, sandbox, puppeteerDriver(opened.tab));
  await expect.poll(() => panel.rowCount()).toBe(1);
  await opened.devtools.bringToFront();
  const { keyboard } = opened.devtools;

  await opened.panel.click('[role="grid"] [role="row"]');
  await opened.panel.focus('section[aria-label="Flow"]');
  await keyboard.press('Escape');
  await expect
    .poll(() => opened.panel.evaluate(() => document.activeElement?.getAttribute('role')))
    .toBe('grid');
  await keyboard.down('Control');
  await keyboard.press('KeyF');
  await keyboard.up('Control');
  await expect
    .poll(() => opened.panel.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Filter flows');
  expect(await devtoolsState(opened.devtools)).toEqual({ drawer: false, focus: 'IFRAME' });
});

/** Whether DevTools shows its console drawer, and which of its own elements has the focus. */
function devtoolsState(devtools: DevToolsPanel['devtools']): Promise<{ drawer: boolean; focus: string }> {
  return devtools.evaluate(async () => {
    const module: string = 'devtools://devtools/bundled/ui/legacy/legacy.js';
    const legacy = await import(module);
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return {
      drawer: legacy.InspectorView.InspectorView.instance().drawerVisible() as boolean,
      focus: focused?.tagName ?? '',
    };
  });
}
