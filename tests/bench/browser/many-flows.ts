import type { Browser, Page } from 'puppeteer-core';
import { type Flow, type Observation, reduceAll } from '../../../lib/index.ts';
import { MAX_IMPORTED_AT_ONCE } from '../../../lib/messaging/import-protocol.ts';
import { buildFor } from '../../e2e/support/build.ts';
import { chromiumArguments } from '../../e2e/support/chromium-arguments.ts';
import { poll } from '../../e2e/support/poll.ts';
import { CATALOGUE } from '../../unit/support/catalogue.ts';
import { median, middleHalf, type Row, ratios } from '../row.ts';
import { launch, openWorkbench } from './stages.ts';

const MANY = 10_000;
const FEW = 10;
const ROUNDS = 7;
/** How many pages the list is scrolled by. */
const PAGES = 20;
const KEYSTROKES = 'state:bench-99'.split('');

interface Measured {
  /** Milliseconds from the navigation's start to the first rows. */
  readonly opened: number[];
  /** Milliseconds from a keystroke to the frame that shows its result, its work only. */
  readonly keystroke: number[];
  /** Milliseconds from an arrow key to the frame that shows the next flow, its work only. */
  readonly arrow: number[];
  readonly scroll: number[];
  nodes: number;
  megabytes: number;
}

/** The workbench with ten thousand flows in the store, beside one with ten. */
export async function manyFlowsRows(): Promise<readonly Row[]> {
  const many = await measure(MANY);
  const few = await measure(FEW);
  const beside = `the same with ${FEW} flows`;
  return [
    compared(`${MANY.toLocaleString('en')} flows: the workbench opens`, beside, many.opened, few.opened, 300),
    compared(
      `${MANY.toLocaleString('en')} flows: a keystroke in the filter`,
      beside,
      many.keystroke,
      few.keystroke,
      16,
    ),
    compared(
      `${MANY.toLocaleString('en')} flows: an arrow key in the list`,
      beside,
      many.arrow,
      few.arrow,
      16,
    ),
    compared(`${MANY.toLocaleString('en')} flows: scrolling by a page`, beside, many.scroll, few.scroll, 16),
    {
      what: `${MANY.toLocaleString('en')} flows: DOM nodes`,
      comparedWith: beside,
      ratio: many.nodes / few.nodes,
      rounds: 1,
      figure: `${many.nodes} nodes`,
      budget: '≤ 2000',
      kept: many.nodes <= 2000,
    },
    {
      what: `${MANY.toLocaleString('en')} flows: memory of the page (JavaScript heap)`,
      comparedWith: beside,
      ratio: many.megabytes / few.megabytes,
      rounds: 1,
      figure: `${many.megabytes.toFixed(1)} MB`,
      budget: '≤ 60 MB',
      kept: many.megabytes <= 60,
    },
  ];
}

async function measure(count: number): Promise<Measured> {
  const browser = await launch(chromiumArguments(buildFor('chromium')));
  const measured: Measured = { opened: [], keystroke: [], arrow: [], scroll: [], nodes: 0, megabytes: 0 };
  await fill(browser, count);
  for (let round = 0; round < ROUNDS; round++) {
    const page = await openWorkbench(browser);
    measured.opened.push(await firstRows(page));
    measured.keystroke.push(...(await type(page)));
    measured.arrow.push(...(await walk(page)));
    measured.scroll.push(...(await scroll(page)));
    measured.nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    measured.megabytes = await heapOf(page);
    await page.close();
  }
  await browser.close();
  return measured;
}

/** Megabytes that the page's script holds on to; what is only not collected yet does not count. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_000_000;
}

/** Has the background keep settled flows of three hops each, as an import does, and start again. */
async function fill(browser: Browser, count: number): Promise<void> {
  const page = await openWorkbench(browser);
  for (let from = 0; from < count; from += MAX_IMPORTED_AT_ONCE) {
    await command(page, 'importFlows', flowsOf(from, Math.min(from + MAX_IMPORTED_AT_ONCE, count)));
  }
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await poll(
    async () => ((await command(page, 'status')) as { flows: number }).flows === count,
    `${count} flows in the store`,
    60_000,
  );
  await page.close();
}

/** Sends a command as a page of the extension does; gives its value. */
function command(page: Page, name: string, ...args: readonly unknown[]): Promise<unknown> {
  return page.evaluate(
    async (message) => {
      const answer = (await chrome.runtime.sendMessage(JSON.parse(message))) as {
        readonly ok: boolean;
        readonly value?: unknown;
      };
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.value;
    },
    JSON.stringify({ grantscope: 'command', name, args }),
  );
}

function flowsOf(from: number, to: number): readonly Flow[] {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  return numbers.flatMap((n) => reduceAll(observationsOf(n), CATALOGUE).tracker.flows);
}

function observationsOf(n: number): readonly Observation[] {
  const at = 1_790_000_000_000 + n * 1_000;
  const redirect = 'https://app.example/callback';
  const base = { tabId: n, frameId: 0, eventSource: 'webRequest', requestId: `${n}` } as const;
  const urls = [
    `https://bank.example/authorize?response_type=code&client_id=client-${n}&redirect_uri=${encodeURIComponent(redirect)}&state=bench-${n}`,
    `https://bank.example/login?id=${n}`,
    `${redirect}?code=code-${n}&state=bench-${n}`,
  ];
  return urls.flatMap((url, hop): readonly Observation[] => [
    { ...base, id: `bench:${n}:${hop}a`, kind: 'request', at: at + hop * 10, method: 'GET', url },
    {
      ...base,
      id: `bench:${n}:${hop}b`,
      kind: 'response',
      at: at + hop * 10 + 5,
      url,
      status: hop < 2 ? 302 : 200,
      ...(urls[hop + 1] === undefined ? {} : { location: urls[hop + 1] as string }),
    },
  ]);
}

async function firstRows(page: Page): Promise<number> {
  return poll(
    () =>
      page.evaluate(() =>
        document.querySelector('[aria-label="Flows"] [role=row], [aria-label="Flows"] [role=option]')
          ? performance.now()
          : undefined,
      ),
    'The first rows',
    30_000,
  );
}

/** Types a filter; how long each keystroke keeps the page busy until it is laid out. */
function type(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (letters) => {
    const box = document.querySelector<HTMLInputElement>('input[type=search]');
    if (!box) throw new Error('There is no filter.');
    const times: number[] = [];
    for (const letter of letters) {
      const began = performance.now();
      box.value += letter;
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await Promise.resolve();
      document.body.getBoundingClientRect();
      times.push(performance.now() - began);
      await new Promise(requestAnimationFrame);
    }
    box.value = '';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise(requestAnimationFrame);
    return times;
  }, KEYSTROKES);
}

/** Walks down the list by arrow keys; how long each keeps the page busy until it is laid out. */
function walk(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (steps) => {
    const list = document.querySelector<HTMLElement>('[role=grid][aria-label="Flows"]');
    if (!list) throw new Error('There is no list.');
    const times: number[] = [];
    for (let step = 0; step < steps; step++) {
      const began = performance.now();
      list.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
      await Promise.resolve();
      document.body.getBoundingClientRect();
      times.push(performance.now() - began);
      await new Promise(requestAnimationFrame);
    }
    return times;
  }, PAGES);
}

/** Scrolls down the list; how long each page of it keeps the main thread busy. */
async function scroll(page: Page): Promise<readonly number[]> {
  const busy = async (): Promise<number> => ((await page.metrics()).TaskDuration ?? 0) * 1_000;
  const before = await busy();
  await page.evaluate(async (pages) => {
    const list = document.querySelector('[role=grid][aria-label="Flows"]');
    for (let step = 0; step < pages; step++) {
      list?.scrollBy(0, list.clientHeight);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    }
  }, PAGES);
  return [((await busy()) - before) / PAGES];
}

function compared(
  what: string,
  comparedWith: string,
  ours: readonly number[],
  theirs: readonly number[],
  most: number,
): Row {
  const all = ratios(ours, theirs);
  const middle = median(ours);
  return {
    what,
    comparedWith,
    ratio: median(ours) / median(theirs),
    spread: middleHalf(all),
    rounds: ours.length,
    figure: `${middle.toFixed(1)} ms`,
    budget: `≤ ${most} ms`,
    kept: middle <= most,
  };
}
