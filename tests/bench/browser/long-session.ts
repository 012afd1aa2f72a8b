import type { CDPSession, Page } from 'puppeteer-core';
import { buildFor } from '../../e2e/support/build.ts';
import { chromiumArguments } from '../../e2e/support/chromium-arguments.ts';
import { poll } from '../../e2e/support/poll.ts';
import { median, type Row } from '../row.ts';
import { seen, watchForStates } from './latency.ts';
import { type RedirectServer, startRedirectServer } from './redirect-server.ts';
import { profile } from './script-time.ts';
import { launch, openRecording, workerSession } from './stages.ts';

/** Flows after which is measured; the first is what the others are compared with. */
const STATIONS = [10, 1_000, 10_000, 20_000] as const;
const LANES = 8;
/** Callbacks of one call to the page that drives the frames. */
const AT_ONCE = 500;
/** Navigations that are measured at each station. */
const MEASURED = 30;
const HOPS = 1;

interface Station {
  readonly flows: number;
  /** Milliseconds of background script for one more callback. */
  readonly script: number;
  /** Milliseconds from the callback's being sent to its standing in the workbench. */
  readonly shown: number;
  /** Megabytes of the background's heap after a collection. */
  readonly heap: number;
}

/** One session of many thousand callbacks: what one more costs, how soon it is shown, and what the background holds. */
export async function longSessionRows(most: number): Promise<readonly Row[]> {
  const server = await startRedirectServer();
  const browser = await launch(chromiumArguments(buildFor('chromium')));
  const workbench = await openRecording(browser);
  await workbench.evaluate(watchForStates);
  const driver = await browser.newPage();
  await driver.goto(server.driver);
  const page = await browser.newPage();
  const worker = await workerSession(browser);
  const stations: Station[] = [];
  let flows = 0;
  for (const target of STATIONS.filter((count) => count <= most)) {
    while (flows < target) {
      const count = Math.min(AT_ONCE, target - flows);
      await drive(driver, server, flows, count);
      flows += count;
    }
    stations.push(await measure(server, { worker, workbench, page }, flows));
    flows += 2 * MEASURED;
    console.log(`  after ${target.toLocaleString('en')} flows: ${JSON.stringify(stations.at(-1))}`);
  }
  await browser.close();
  await server.stop();
  const [first, ...others] = stations;
  if (!first) return [];
  return others.flatMap((station) => rowsOf(station, first));
}

interface Watched {
  readonly worker: CDPSession;
  readonly workbench: Page;
  readonly page: Page;
}

async function measure(server: RedirectServer, watched: Watched, flows: number): Promise<Station> {
  const { worker, workbench, page } = watched;
  const end = await profile(worker);
  for (let count = 0; count < MEASURED; count++)
    await page.goto(server.url(`script-${flows}-${count}`, HOPS));
  const { total } = await end();
  await workbench.bringToFront();
  const shown: number[] = [];
  for (let count = 0; count < MEASURED; count++) {
    const state = `warm-${flows}${String(count).padStart(2, '0')}`;
    await page.goto(server.url(state, HOPS), { waitUntil: 'domcontentloaded' });
    const seenAt = await poll(() => seen(workbench, state), `${state} in the workbench`, 30_000);
    shown.push(seenAt - (server.arrivals.get(state) ?? Number.NaN));
  }
  await worker.send('HeapProfiler.collectGarbage');
  const { usedSize } = await worker.send('Runtime.getHeapUsage');
  return { flows, script: total / MEASURED, shown: median(shown), heap: usedSize / 1_000_000 };
}

/** Goes to callbacks in frames of one page, some frames at a time. */
async function drive(driver: Page, server: RedirectServer, from: number, count: number): Promise<void> {
  await driver.bringToFront();
  const urls = Array.from({ length: count }, (_, index) => server.url(`drive-${from + index}`, HOPS));
  await driver.evaluate(
    async (all, lanes) => {
      // Nothing in here has a name of its own: the loader of this file marks such functions by a helper that a page lacks.
      await Promise.all(
        Array.from({ length: lanes }, async (_, first) => {
          const frame = document.body.appendChild(document.createElement('iframe'));
          for (let index = first; index < all.length; index += lanes) {
            await new Promise((done) => {
              frame.onload = done;
              frame.src = all[index] ?? '';
            });
          }
          frame.remove();
        }),
      );
    },
    urls,
    LANES,
  );
}

function rowsOf({ flows, script, shown, heap }: Station, first: Station): readonly Row[] {
  const after = `after ${flows.toLocaleString('en')} flows`;
  const beside = { comparedWith: `after ${first.flows} flows`, rounds: MEASURED };
  return [
    {
      ...beside,
      what: `background script for one more callback, ${after}`,
      ratio: script / first.script,
      figure: `${script.toFixed(2)} ms`,
      budget: '≤ 2',
      kept: script <= 2 * first.script,
    },
    {
      ...beside,
      what: `callback sent → its state stands in an open workbench, ${after}`,
      ratio: shown / first.shown,
      figure: `${shown.toFixed(0)} ms`,
      budget: '≤ 1.5',
      kept: shown <= 1.5 * first.shown,
    },
    {
      ...beside,
      what: `heap of the background, ${after}`,
      ratio: heap / first.heap,
      figure: `${heap.toFixed(1)} MB`,
    },
  ];
}
