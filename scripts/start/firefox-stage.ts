import { puppeteerDriver } from '../../tests/e2e/support/drivers.ts';
import { FirefoxExtension } from '../../tests/e2e/support/firefox.ts';
import { PanelPage } from '../../tests/e2e/support/panel-page.ts';
import type { Stage } from './stage.ts';

export async function firefoxStage(): Promise<Stage> {
  const extension = await FirefoxExtension.launch();
  const background = await extension.link();
  return {
    background,
    async play(act) {
      const before = new Set(await extension.browser.pages());
      try {
        return await act(puppeteerDriver(await extension.newTab()));
      } finally {
        const pages = await extension.browser.pages();
        await Promise.all(pages.filter((page) => !before.has(page)).map((page) => page.close()));
      }
    },
    async shoot({ page: name, width, height, colorScheme }, row, file) {
      await extension.setColorScheme(colorScheme);
      const page = await extension.openPage(`${name}.html`);
      await page.setViewport({ width, height });
      if (name === 'workbench') {
        const workbench = new PanelPage(page);
        await workbench.show(row);
        await workbench.filter('');
      } else await page.waitForSelector('aria/Recent callbacks[role="list"]');
      await page.screenshot({ path: file as `${string}.png` });
      await page.close();
    },
    close: () => extension.close(),
  };
}
