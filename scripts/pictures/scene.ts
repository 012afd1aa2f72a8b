import type { Page } from '@playwright/test';
import type { ChromiumExtension } from '../../tests/e2e/support/chromium.ts';
import type { FlowsPage } from '../../tests/e2e/support/flows-page.ts';
import type { SandboxUrls } from '../../tests/sandbox/start.ts';

/** What scenes are set in: a browser with a few flows, and its workbench. */
export interface World {
  readonly extension: ChromiumExtension;
  readonly workbench: FlowsPage;
  readonly urls: SandboxUrls;
  /** Shows the flow of a scenario that was played. */
  readonly show: (scenario: string) => Promise<void>;
}

/** Something to take a picture of. */
export interface Scene {
  /** Name of the file, without theme and ending. */
  readonly name: string;
  readonly themes?: readonly Theme[];
  /** Pixels; {@link WIDE} unless given. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Scrolled to its top, wherever preparing it led. */
  readonly top?: boolean;
  /** Sets it, and gives the page. */
  readonly prepare: (world: World) => Promise<Page>;
}

type Theme = 'light' | 'dark';

export const WIDE = { width: 1100, height: 640 } as const;
export const NARROW = { width: 400, height: 640 } as const;
const BOTH: readonly Theme[] = ['light', 'dark'];

/** Takes the pictures of a scene: `<folder>/<name>-<theme>.png`. */
export async function takePictures(scene: Scene, world: World, folder: string): Promise<void> {
  const page = await scene.prepare(world);
  await page.bringToFront();
  await page.setViewportSize(scene.size ?? WIDE);
  if (scene.top)
    await page
      .getByRole('tabpanel')
      .filter({ visible: true })
      .first()
      .evaluate((panel) => panel.scrollTo(0, 0));
  for (const theme of scene.themes ?? BOTH) {
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: `${folder}/${scene.name}-${theme}.png`, caret: 'hide' });
  }
  if (page !== world.workbench.page && page !== world.extension.tab) await page.close();
  else await page.setViewportSize(WIDE);
}
