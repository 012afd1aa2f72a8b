import { DevToolsBrowser } from '../../tests/e2e/support/devtools-panel.ts';
import { puppeteerDriver } from '../../tests/e2e/support/drivers.ts';
import { PanelPage } from '../../tests/e2e/support/panel-page.ts';
import { findScenario, runScenario } from '../../tests/sandbox/scenarios.ts';
import type { SandboxUrls } from '../../tests/sandbox/start.ts';

/** A picture of the panel inside DevTools, after a sign-in in the inspected tab. */
export async function panelPictures(urls: SandboxUrls, folder: string): Promise<void> {
  const browser = await DevToolsBrowser.launch();
  try {
    const { tab, devtools, panel } = await browser.openPanel(urls.client);
    const flows = new PanelPage(panel);
    await flows.record(true);
    const scenario = findScenario('connectpay-some');
    if (!scenario) throw new Error('There is no scenario connectpay-some.');
    const { state } = await runScenario(scenario, { urls }, puppeteerDriver(tab));
    await flows.show(state);
    await flows.filter('');
    await devtools.screenshot({ path: `${folder}/panel.png` });
  } finally {
    await browser.close();
  }
}
