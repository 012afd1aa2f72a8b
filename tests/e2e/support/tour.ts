import { expect, type Page } from '@playwright/test';
import type { Sandbox } from '../../sandbox/start.ts';
import type { ChromiumExtension } from './chromium.ts';
import type { FlowsPage } from './flows-page.ts';
import { flowStops } from './tour/flow-stops.ts';
import { otherPageStops } from './tour/other-page-stops.ts';
import { stepStops } from './tour/step-stops.ts';
import { tabStops } from './tour/tab-stops.ts';

/** What a tour is made in: a browser to which the usual ports are those of the sandbox, and its workbench, recording. */
export interface TourWorld {
  readonly extension: ChromiumExtension;
  readonly sandbox: Sandbox;
  readonly workbench: FlowsPage;
}

/** A state of a page that is worth a look. */
export interface Stop {
  readonly name: string;
  /** Leads there from the stop before, with a window of 1280 pixels; gives the page. */
  readonly go: (world: TourWorld) => Promise<Page>;
  /** Leads away, such as out of a dialog. */
  readonly leave?: (world: TourWorld) => Promise<void>;
}

/** Every page and tab with something in it, to be visited in this order. */
export const TOUR: readonly Stop[] = [...flowStops, ...tabStops, ...stepStops, ...otherPageStops];

/** How long a step of the tour may take, which is not the time of the whole. */
const STEP_MS = 20_000;

const WIDE = { width: 1280, height: 800 } as const;

/** Visits every stop; what `look` gives is collected under the stop's name. */
export async function takeTour<T>(
  world: TourWorld,
  look: (page: Page, stop: string) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const seen: T[] = [];
  world.extension.context.setDefaultTimeout(STEP_MS);
  for (const stop of TOUR) {
    const page = await stop.go(world);
    await page.bringToFront();
    seen.push(...(await look(page, stop.name)));
    if (!page.isClosed()) await page.setViewportSize(WIDE);
    await stop.leave?.(world);
  }
  expect(TOUR.length).toBeGreaterThan(30);
  return seen;
}
