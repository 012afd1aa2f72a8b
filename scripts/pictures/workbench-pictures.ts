import { ChromiumExtension } from '../../tests/e2e/support/chromium.ts';
import { playwrightDriver } from '../../tests/e2e/support/drivers.ts';
import { findFlow } from '../../tests/e2e/support/evaluate-request.ts';
import { findScenario, runScenario } from '../../tests/sandbox/scenarios.ts';
import type { SandboxUrls } from '../../tests/sandbox/start.ts';
import { flowScenes } from './flow-scenes.ts';
import { pageScenes } from './page-scenes.ts';
import { takePictures, WIDE, type World } from './scene.ts';
import { stepScenes } from './step-scenes.ts';
import { tabScenes } from './tab-scenes.ts';

/** Flows a reader can recognise; the last one is the newest in the list. */
const STORY = [
  'lab-federated',
  'openid-hybrid',
  'leatherback-granted',
  'lab-bad-unknown-state',
  'connectpay-some',
];

/** Pictures of workbench, popup, hold page and first-run page with a few flows. */
export async function workbenchPictures(urls: SandboxUrls, folder: string): Promise<void> {
  const extension = await ChromiumExtension.launch({ viewport: WIDE });
  try {
    await extension.record(true);
    const background = await extension.link();
    const states = new Map<string, string>();
    for (const id of STORY) {
      const scenario = findScenario(id);
      if (!scenario) throw new Error(`There is no scenario ${id}.`);
      const page = await extension.context.newPage();
      const started = await runScenario(scenario, { urls }, playwrightDriver(page));
      await findFlow(background, started);
      states.set(id, started.state);
      await page.close();
    }
    const workbench = await extension.openWorkbench();
    const show = async (id: string): Promise<void> => {
      // An answer with an unknown state is the newest but one.
      if (id === 'lab-bad-unknown-state') await workbench.rows.nth(1).click();
      else await workbench.show(states.get(id) ?? '');
      await workbench.filter('');
    };
    const world: World = { extension, workbench, urls, show };
    for (const scene of [...flowScenes, ...tabScenes, ...stepScenes, ...pageScenes])
      await takePictures(scene, world, folder);
  } finally {
    await extension.close();
  }
}
