import { findScenario, runScenario } from '../../sandbox/scenarios.ts';
import { importHar } from '../support/devtools-network.ts';
import { DevToolsBrowser } from '../support/devtools-panel.ts';
import { playwrightDriver } from '../support/drivers.ts';
import { findFlow } from '../support/evaluate-request.ts';
import { ExportPage } from '../support/export-page.ts';
import { expect, test } from '../support/fixtures.ts';

test('an exported HAR opens in the Network panel of DevTools, hop by hop', async ({
  sandbox,
  extension,
  background,
  workbench,
  options,
}, info) => {
  const scenario = findScenario('openid-code');
  if (!scenario) throw new Error('The scenario is gone.');
  const seen = await runScenario(scenario, sandbox, playwrightDriver(extension.tab));
  const { flow } = await findFlow(background, seen);
  await workbench.page.bringToFront();
  const page = new ExportPage(workbench.page);
  const har = await page.download(await page.open('HAR 1.2', true));

  const devtools = await DevToolsBrowser.launch(options.directory);
  try {
    const opened = await devtools.openPanel(`${sandbox.urls.start}`);
    await opened.tab.goto('about:blank');
    const rows = await importHar(opened.devtools, har.text);
    expect(rows).toEqual(
      expect.arrayContaining(
        flow.hops.map(({ method, url, status }) => ({ method, url: url.split('#')[0], status: status ?? 0 })),
      ),
    );
    await opened.devtools.screenshot({ path: info.outputPath('network-panel.png') as `${string}.png` });
  } finally {
    await devtools.close();
  }
});
