import { mkdir, rm } from 'node:fs/promises';
import type { SandboxUrls } from '../../tests/sandbox/start.ts';
import { BROWSERS, type BrowserId } from '../setup/browsers.mjs';
import { chromiumStage } from './chromium-stage.ts';
import { firefoxStage } from './firefox-stage.ts';
import { type Played, playScenarios } from './play-scenarios.ts';
import type { Shot, Stage } from './stage.ts';

const STAGES: Readonly<Record<BrowserId, () => Promise<Stage>>> = {
  chromium: chromiumStage,
  firefox: firefoxStage,
};

const WIDE = { page: 'workbench', width: 1280, height: 800 } as const;
const NARROW = { page: 'workbench', width: 400, height: 800 } as const;
const POPUP = { page: 'popup', width: 360, height: 560 } as const;

const SHOTS: readonly Shot[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { ...WIDE, colorScheme, name: `workbench-${colorScheme}` },
  { ...NARROW, colorScheme, name: `workbench-400-${colorScheme}` },
  { ...POPUP, colorScheme, name: `popup-${colorScheme}` },
]);

/** Plays every scenario without a display, saves pictures of what it shows, and gives the exit code. */
export async function rehearse(browser: BrowserId, urls: SandboxUrls): Promise<number> {
  console.log(`No display: playing every scenario of ${urls.start} in ${BROWSERS[browser].name}, headless.`);
  const stage = await STAGES[browser]();
  try {
    await stage.background.call('setRecording', true);
    const played = await playScenarios(stage, urls);
    const folder = `artifacts/start-${browser}`;
    const pictures = await takePictures(stage, played, folder);
    const failed = played.filter(({ problems }) => problems.length > 0).length;
    console.log(`\n${pictures} pictures are in ${folder}/.`);
    console.log(`${played.length - failed} of ${played.length} scenarios as expected, ${failed} not.`);
    return failed === 0 && pictures === SHOTS.length ? 0 : 1;
  } finally {
    await stage.close();
  }
}

async function takePictures(stage: Stage, played: readonly Played[], folder: string): Promise<number> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const state = played.find(({ seen }) => seen?.summary.code !== undefined)?.seen?.summary.state ?? '';
  let taken = 0;
  for (const shot of SHOTS) {
    try {
      await stage.shoot(shot, state, `${folder}/${shot.name}.png`);
      taken += 1;
    } catch (error) {
      console.error(
        `The picture ${shot.name} failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return taken;
}
