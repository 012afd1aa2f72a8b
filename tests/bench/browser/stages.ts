import { basename } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { findBrowser } from '../../../scripts/setup/browsers.mjs';
import { buildFor } from '../../e2e/support/build.ts';
import { chromiumArguments } from '../../e2e/support/chromium-arguments.ts';
import { closeFirstRun } from '../../e2e/support/first-run.ts';
import { poll } from '../../e2e/support/poll.ts';

/** A Chromium in which navigations are timed. */
export interface Stage {
  readonly name: string;
  readonly page: Page;
  close(): Promise<void>;
}

const START_MS = 60_000;

/** Chromium without any extension. */
export async function bareStage(name: string): Promise<Stage> {
  const browser = await launch([]);
  return stageOf(name, browser);
}

/**
 * Chromium with an unpacked extension: a folder that is left as it comes or, with a path of a page in it after a `#`,
 * with that page open beside the one that is timed.
 */
export async function otherStage(place: string): Promise<Stage> {
  const [directory = '', path] = place.split('#');
  const browser = await launch(chromiumArguments(directory));
  if (path === undefined) return stageOf(basename(directory), browser);
  await openPage(browser, path);
  return stageOf(`${basename(directory)}, its ${basename(path)} open`, browser);
}

/** Chromium with Grantscope recording and, when asked, the workbench open beside the page. */
export async function recordingStage(name: string, withPanel: boolean): Promise<Stage> {
  const browser = await launch(chromiumArguments(buildFor('chromium')));
  const panel = await openRecording(browser);
  if (!withPanel) await panel.close();
  return stageOf(name, browser);
}

/** The workbench of the extension in a browser, recording. */
export async function openRecording(browser: Browser): Promise<Page> {
  const workbench = await openWorkbench(browser);
  // Always: it goes on when the workbench is closed.
  await workbench.locator('::-p-aria([name="When to record"][role="combobox"])').fill('always');
  await poll(
    () =>
      workbench.$eval(
        '::-p-aria([name="Record"][role="switch"])',
        (found) => found.getAttribute('aria-checked') === 'true',
      ),
    'Recording',
  );
  return workbench;
}

/** A session with the background worker of the extension in a browser; it keeps it alive. */
export async function workerSession(browser: Browser): Promise<CDPSession> {
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  return worker.createCDPSession();
}

/** The workbench of the extension in a browser. */
export function openWorkbench(browser: Browser): Promise<Page> {
  return openPage(browser, 'workbench.html');
}

/** A page of the extension in a browser. */
export async function openPage(browser: Browser, path: string): Promise<Page> {
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker', {
    timeout: START_MS,
  });
  const page = await browser.newPage();
  await page.goto(`${worker.url().split('/').slice(0, 3).join('/')}/${path}`);
  return page;
}

/** Starts Chromium with these arguments. */
export async function launch(args: readonly string[]): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  if (executablePath === undefined) throw new Error('Chromium is not installed; npm start installs it.');
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    timeout: START_MS,
    defaultViewport: { width: 1280, height: 800 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: args.length > 0 ? [...args] : chromiumArguments('').slice(2),
  });
  if (args.some((argument) => argument.endsWith(buildFor('chromium')))) await closeFirstRun(browser);
  return browser;
}

async function stageOf(name: string, browser: Browser): Promise<Stage> {
  const page = await browser.newPage();
  return { name, page, close: () => browser.close() };
}
