import { ChromiumExtension } from '../../tests/e2e/support/chromium.ts';
import { playwrightDriver } from '../../tests/e2e/support/drivers.ts';
import { FlowsPage } from '../../tests/e2e/support/flows-page.ts';
import type { Stage } from './stage.ts';

export async function chromiumStage(): Promise<Stage> {
  const extension = await ChromiumExtension.launch();
  const { context } = extension;
  const background = await extension.link();
  return {
    background,
    async play(act) {
      const before = new Set(context.pages());
      try {
        return await act(playwrightDriver(await context.newPage()));
      } finally {
        await Promise.all(
          context
            .pages()
            .filter((page) => !before.has(page))
            .map((page) => page.close()),
        );
      }
    },
    async shoot({ page: name, width, height, colorScheme }, row, file) {
      const page = await context.newPage();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${extension.origin}/${name}.html`);
      if (name === 'workbench') {
        const workbench = new FlowsPage(page);
        await workbench.show(row);
        await workbench.filter('');
      } else await page.getByRole('list', { name: 'Recent callbacks' }).waitFor();
      await page.screenshot({ path: file });
      await page.close();
    },
    close: () => extension.close(),
  };
}
