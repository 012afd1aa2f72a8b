import type { Page } from 'puppeteer-core';
import { buildFor } from '../../e2e/support/build.ts';
import { chromiumArguments } from '../../e2e/support/chromium-arguments.ts';
import { poll } from '../../e2e/support/poll.ts';
import { median, middleHalf, type Row } from '../row.ts';
import { startRedirectServer } from './redirect-server.ts';
import { launch, openRecording } from './stages.ts';

const CALLBACKS = 60;
const HOPS = 3;
const COLD_STARTS = 12;

/** From a server's sending the browser to the callback to its state standing in an open workbench, worker warm and cold. */
export async function latencyRows(): Promise<readonly Row[]> {
  const server = await startRedirectServer();
  const browser = await launch(chromiumArguments(buildFor('chromium')));
  const workbench = await openRecording(browser);
  await workbench.evaluate(watchForStates);
  const page = await browser.newPage();
  // The workbench must be painted too: side by side, not behind.
  await workbench.bringToFront();
  const measure = async (state: string): Promise<number> => {
    await page.goto(server.url(state, HOPS), { waitUntil: 'domcontentloaded' });
    const seenAt = await poll(() => seen(workbench, state), `${state} in the workbench`, 30_000);
    return seenAt - (server.arrivals.get(state) ?? Number.NaN);
  };
  await measure('warm-up');
  const warm: number[] = [];
  for (let count = 0; count < CALLBACKS; count++) warm.push(await measure(`warm-${count}`));

  const control = await browser.target().createCDPSession();
  const cold: number[] = [];
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  for (let count = 0; count < COLD_STARTS; count++) {
    await session.send('ServiceWorker.stopAllWorkers');
    cold.push(await measure(`cold-${count}`));
  }
  await control.detach();
  await browser.close();
  await server.stop();
  return [
    rowOf('redirect to the callback sent → its state stands in an open workbench', warm, '≤ 50 ms', 50),
    rowOf('the same, the background worker stopped before (its start included)', cold),
  ];
}

/** Notes when a state first stands in the page. */
export function watchForStates(): void {
  const times = new Map<string, number>();
  Object.assign(globalThis, { benchTimes: times });
  new MutationObserver(() => {
    const text = document.querySelector('[aria-label="Flow"]')?.textContent ?? '';
    for (const [, state = ''] of text.matchAll(/code-((?:warm|cold)-(?:\d+|up))/g)) {
      if (!times.has(state)) times.set(state, Date.now());
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** When a state first stood there, in milliseconds since the epoch. */
export const seen = (workbench: Page, state: string): Promise<number | undefined> =>
  workbench.evaluate(
    (wanted) => (globalThis as unknown as { benchTimes: Map<string, number> }).benchTimes.get(wanted),
    state,
  );

function rowOf(what: string, times: readonly number[], budget?: string, most?: number): Row {
  const middle = median(times);
  return {
    what,
    comparedWith: '',
    spread: middleHalf(times),
    rounds: times.length,
    figure: `${middle.toFixed(0)} ms`,
    ...(budget !== undefined && most !== undefined ? { budget, kept: middle <= most } : {}),
  };
}
